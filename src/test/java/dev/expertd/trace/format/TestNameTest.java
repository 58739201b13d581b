package dev.expertd.trace.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pkg/test_x.py::TestA::test_y           | pkg/test_x.py    | TestA           | test_y",
                "pkg/test_x.py::test_y[a::b]            | pkg/test_x.py    | ''              | test_y[a::b]",
                "tests.test_x.TestA::test_y             | ''               | tests.test_x.TestA | test_y",
                "org.foo.BarTest::testX                 | ''               | org.foo.BarTest | testX",
                "org.foo.BarTest#testX                  | ''               | org.foo.BarTest | testX",
                "org.foo.BarTest#adds a # to names, 0.1 | ''               | org.foo.BarTest | adds a # to names, 0.1",
                "test_y (pkg.test_x.TestA)              | ''               | pkg.test_x.TestA | test_y",
                "test_y (pkg.test_x.TestA.test_y)       | ''               | pkg.test_x.TestA | test_y",
                "src/cart.test.ts > Cart > adds up      | src/cart.test.ts | Cart            | adds up",
                "Cart > totals > adds up                | ''               | Cart > totals   | adds up",
                "Cart adds up (twice)                   | ''               | ''              | Cart adds up (twice)",
                "issue #12 is fixed                     | ''               | ''              | issue #12 is fixed",
                "6                                      | ''               | ''              | 6"
            })
    void anIdIsTakenApartAsItsRunnerPutItTogether(String id, String file, String suite, String name) {
        assertThat(TestName.of(id)).isEqualTo(new TestName(file, suite, name));
    }
}
