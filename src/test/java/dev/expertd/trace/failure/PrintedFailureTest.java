package dev.expertd.trace.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedFailureTest {
    @Test
    void aJavaErrorKeepsItsMessageOfManyLinesAndLeavesItsCauseBelow() {
        Failure failure = log("""
                starting shop.Server
                java.lang.IllegalStateException: cart is
                  [half, done]
                \tat shop.Cart.close(Cart.java:31)
                Caused by: java.io.IOException: disk full
                \tat shop.Disk.write(Disk.java:9)
                """);

        assertThat(failure.type()).isEqualTo("java.lang.IllegalStateException");
        assertThat(failure.message()).isEqualTo("cart is\n  [half, done]");
        assertThat(failure.body()).contains("disk full");
    }

    @Test
    void anErrorAboveFramesIsPreferredToOneThatWasLogged() {
        Failure failure = log("""
                ConnectionError: first try, going on
                TypeError: Cannot read properties of undefined (reading 'total')
                    at Cart.total (src/cart.ts:12:7)
                """);

        assertThat(failure.type()).isEqualTo("TypeError");
        assertThat(failure.message()).isEqualTo("Cannot read properties of undefined (reading 'total')");
    }

    @Test
    void ofChainedTracebacksTheLastCounts() {
        Failure failure = log("""
                Traceback (most recent call last):
                  File "shop/cart.py", line 3, in get
                    return items[key]
                KeyError: 'a'

                During handling of the above exception, another exception occurred:

                Traceback (most recent call last):
                  File "shop/cart.py", line 5, in get
                    raise shop.errors.NoSuchItem(key)
                shop.errors.NoSuchItem: a
                ----------------------------------------------------------------------
                Ran 1 test in 0.001s
                """);

        assertThat(failure.type()).isEqualTo("shop.errors.NoSuchItem");
        assertThat(failure.message()).isEqualTo("a");
    }

    @Test
    void whatTheProgramWroteMeanwhileIsNotTheTestsError() {
        Failure failure = log("""
                Traceback (most recent call last):
                  File "test_cart.py", line 9, in test_total
                    self.assertEqual(5, 7)
                AssertionError: 5 != 7

                Stderr:
                Traceback (most recent call last):
                  File "shop/mail.py", line 2, in send
                ConnectionRefusedError: [Errno 111] Connection refused
                """);

        assertThat(failure).extracting(Failure::type, Failure::message).containsExactly("AssertionError", "5 != 7");
    }

    @Test
    void aPytestReportIsToldByItsMarkedLines() {
        Failure failure = log("""
                    def test_total():
                >       assert total() == 7
                E       assert 5 == 7
                E        +  where 5 = total()

                test_cart.py:3: AssertionError
                """);

        assertThat(failure.type()).isEqualTo("AssertionError");
        assertThat(failure.message()).isEqualTo("assert 5 == 7\n +  where 5 = total()");
    }

    @Test
    void aNodeErrorKeepsItsCode() {
        assertThat(
                        log(
                                "TypeError [ERR_INVALID_ARG_TYPE]: The \"path\" argument must be of type string\n    at open (node:fs:1:2)"))
                .extracting(Failure::type, Failure::message)
                .containsExactly("TypeError", "[ERR_INVALID_ARG_TYPE] The \"path\" argument must be of type string");
    }

    @Test
    void panicsOfGoAndRustAreErrors() {
        assertThat(log("panic: runtime error: index out of range [3]\n\ngoroutine 1 [running]:"))
                .extracting(Failure::type, Failure::message)
                .containsExactly("panic", "runtime error: index out of range [3]");
        assertThat(log("thread 'main' panicked at 'no cart', src/main.rs:3:5"))
                .extracting(Failure::type, Failure::message)
                .containsExactly("panic", "no cart");
    }

    @Test
    void withoutAnErrorTheReportedLineCountsAndElseTheEnd() {
        assertThat(log("Tenant: blue\n  FAIL - Pricing").message()).isEqualTo("Pricing");
        assertThat(log("  ERROR: ValueError: no tenant").type()).isEqualTo("ValueError");
        assertThat(log("one\ntwo").message()).isEqualTo("one\ntwo");
        assertThat(log("")).isEqualTo(new Failure("", "", ""));
    }

    @Test
    void aTypeThatIsRepeatedInTheMessageIsToldOnce() {
        Failure told =
                PrintedFailure.completed(new Failure("java.io.IOException", "java.io.IOException: disk full", ""));

        assertThat(told).isEqualTo(new Failure("java.io.IOException", "disk full", ""));
    }

    @Test
    void aReportThatLostItsLineEndsIsStillRead() {
        Failure told = PrintedFailure.completed(new Failure(
                "",
                "self = <Test>  def test(self): >  self.run()  test_x.py:8: in run E   OSError: [Errno 2] gone",
                ""));

        assertThat(told).extracting(Failure::type, Failure::message).containsExactly("OSError", "[Errno 2] gone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.",
                "A::",
                "E   ",
                " E   x",
                "Error: ",
                "x: ",
                "Traceback (most recent call last):\n",
                "\tat a(b)\n",
                "$",
                " ",
                "a_test.go:1: ",
                "panic: "
            })
    void hostileTextIsReadInLinearTime(String unit) {
        String line = unit.repeat(2_000 / unit.length());
        assertThat(PrintedFailure.ofLog(List.of(line, line + "\n", line)).body())
                .isNotNull();
        assertThat(PrintedFailure.completed(new Failure("", unit.repeat(16_000 / unit.length()), line))
                        .message())
                .isNotNull();
    }

    private static Failure log(String text) {
        return PrintedFailure.ofLog(text.lines().toList());
    }
}
