package dev.expertd.trace;

/**
 * A test's id taken apart: {@code pkg/test_x.py::Class::test_y}, {@code org.foo.BarTest::testX},
 * {@code org.foo.BarTest#testX}. What has no such form is a name as a whole.
 */
record TestName(String file, String suite, String name) {
    static TestName of(String id) {
        int name = id.lastIndexOf("::");
        int length = 2;
        if (name < 0) {
            name = id.indexOf(' ') < 0 ? id.lastIndexOf('#') : -1;
            length = 1;
        }
        if (name <= 0 || name + length >= id.length()) {
            return new TestName("", "", id);
        }
        String owner = id.substring(0, name);
        int inner = owner.indexOf("::");
        String first = inner < 0 ? owner : owner.substring(0, inner);
        boolean path = first.indexOf('/') >= 0 || first.matches("[\\w-]+\\.(?:py|js|ts|tsx|jsx|mjs|rb|go)");
        return new TestName(path ? first : "", owner, id.substring(name + length));
    }
}
