package dev.expertd.trace.format;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A test's id taken apart as its runner put it together. What has no known form is a name as a whole.
 *
 * <pre>
 * pkg/test_x.py::Class::test_y[a]   file pkg/test_x.py, suite Class, name test_y[a]
 * org.foo.BarTest::testX            suite org.foo.BarTest, name testX
 * org.foo.BarTest#does this         suite org.foo.BarTest, name "does this"
 * test_y (pkg.test_x.Class)         suite pkg.test_x.Class, name test_y
 * Cart &gt; totals &gt; adds up          suite "Cart &gt; totals", name "adds up"
 * src/cart.test.ts &gt; Cart &gt; adds up file src/cart.test.ts, suite Cart, name "adds up"
 * </pre>
 */
public record TestName(String file, String suite, String name) {
    private static final int LENGTH = 1_000;
    private static final Pattern FILE = Pattern.compile(
            "[^\\s:*?\"<>|]{0,300}[/\\\\][^\\s:*?\"<>|]{1,200}\\.\\w{1,8}|[\\w.-]{1,200}\\.(?:py|js|ts|tsx|jsx|mjs|cjs|mts|rb|go|rs|php|ex|exs|feature)");
    /** The endings of {@link #FILE} where no folder stands before. */
    private static final Set<String> EXTENSIONS = Set.of(
            "py", "js", "ts", "tsx", "jsx", "mjs", "cjs", "mts", "rb", "go", "rs", "php", "ex", "exs", "feature");

    private static final Pattern DOTTED =
            Pattern.compile("[A-Za-z_$][\\w$]{0,200}+(?:\\.[A-Za-z_$][\\w$]{0,200}+){0,30}+");
    private static final Pattern UNITTEST = Pattern.compile("(\\w{1,200}) \\(([A-Za-z_][\\w.]{2,400})\\)");
    private static final Pattern ARROW = Pattern.compile(" [>\u203a] ");

    public static TestName of(String id) {
        if (id.length() > LENGTH) {
            return new TestName("", "", id);
        }
        int parameters = parameters(id);
        String plain = id.substring(0, parameters);
        if (plain.contains("::")) {
            return joined(id, plain.lastIndexOf("::"));
        }
        int hash = plain.indexOf('#');
        if (hash > 0
                && hash + 1 < id.length()
                && DOTTED.matcher(plain.substring(0, hash)).matches()) {
            return new TestName("", id.substring(0, hash), id.substring(hash + 1));
        }
        if (id.endsWith(")")) {
            Matcher unittest = UNITTEST.matcher(id);
            if (unittest.matches()) {
                return new TestName("", owner(unittest.group(2), unittest.group(1)), unittest.group(1));
            }
        }
        return id.indexOf('>') < 0 && id.indexOf('\u203a') < 0 ? new TestName("", "", id) : arrows(id);
    }

    /** A name as it may be kept. */
    public static String bounded(String name) {
        return name.length() <= LENGTH ? name : name.substring(0, LENGTH);
    }

    /** True if a class or suite is rather the path of a file inside the repository. */
    public static boolean isFile(String owner) {
        boolean mayBe = owner.indexOf('/') >= 0
                || owner.indexOf('\\') >= 0
                || EXTENSIONS.contains(owner.substring(owner.lastIndexOf('.') + 1));
        return mayBe
                && owner.length() <= LENGTH
                && !owner.startsWith("/")
                && FILE.matcher(owner).matches();
    }

    private static TestName joined(String id, int last) {
        String owner = id.substring(0, last);
        String name = id.substring(last + 2);
        if (owner.isEmpty() || name.isEmpty()) {
            return new TestName("", "", id);
        }
        int first = owner.indexOf("::");
        String start = first < 0 ? owner : owner.substring(0, first);
        return isFile(start)
                ? new TestName(start, first < 0 ? "" : owner.substring(first + 2), name)
                : new TestName("", owner, name);
    }

    private static TestName arrows(String id) {
        Matcher arrow = ARROW.matcher(id);
        int last = -1;
        while (arrow.find()) {
            last = arrow.start();
        }
        if (last <= 0) {
            return new TestName("", "", id);
        }
        String owner = id.substring(0, last);
        String name = id.substring(last + 3);
        Matcher first = ARROW.matcher(owner);
        boolean inner = first.find();
        String start = inner ? owner.substring(0, first.start()) : owner;
        return isFile(start)
                ? new TestName(start, inner ? owner.substring(first.end()) : "", name)
                : new TestName("", owner, name);
    }

    /** Newer Pythons repeat the method behind its class. */
    private static String owner(String dotted, String method) {
        return dotted.endsWith("." + method) ? dotted.substring(0, dotted.length() - method.length() - 1) : dotted;
    }

    /** Where the parameters begin; they may hold anything. */
    private static int parameters(String id) {
        int bracket = id.indexOf('[');
        int round = id.indexOf('(');
        int end = bracket < 0 ? id.length() : bracket;
        return round < 0 ? end : Math.min(end, round);
    }
}
