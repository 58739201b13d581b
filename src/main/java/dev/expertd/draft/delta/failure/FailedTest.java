package dev.expertd.draft.delta.failure;

import dev.expertd.model.Failure;
import dev.expertd.model.TestCase;
import java.util.List;
import java.util.Set;

/**
 * A red test as the drafters see it.
 *
 * @param name what a reader calls it: a method without parameters, or a title
 * @param suite class or file; empty where the trace has none
 * @param error the error's simple name; empty if none was printed
 * @param message possibly many lines; empty if none was printed
 * @param frames the stack, innermost first
 */
public record FailedTest(
        TestCase test, String name, String suite, String error, String message, List<StackFrame> frames) {
    private static final Set<String> ASSERTIONS = Set.of(
            "AssertionError",
            "AssertionFailedError",
            "ComparisonFailure",
            "AssertJMultipleFailuresError",
            "MultipleFailuresError",
            "AssertionFailure");

    public FailedTest {
        frames = List.copyOf(frames);
    }

    public static FailedTest of(TestCase test, Failure failure) {
        FailureText text = FailureText.of(failure);
        return new FailedTest(
                test,
                shortName(test.name()),
                test.suite(),
                text.error(),
                text.message(),
                StackFrames.of(failure.body()));
    }

    /** Whether it failed by a comparison of the test itself, so that the error's name tells nothing. */
    public boolean isAssertion() {
        return ASSERTIONS.contains(error) || error.isEmpty() || error.equals("Error");
    }

    /** The class under test, if the suite is named after one; else empty. */
    public String subject() {
        String suiteName = suite.substring(Math.max(suite.lastIndexOf("::") + 1, 0));
        int last =
                Math.max(suiteName.lastIndexOf('.'), Math.max(suiteName.lastIndexOf('/'), suiteName.lastIndexOf('$')));
        String simple = suiteName.endsWith(".py") || suiteName.endsWith(".js")
                ? suiteName.substring(suiteName.lastIndexOf('/') + 1, suiteName.length() - 3)
                : suiteName.substring(last + 1);
        return simple.replaceFirst("^(?:Test(?=[A-Z])|test_)", "")
                .replaceFirst("(?:Tests?|TestCase|IT|_test|[.]test)$", "");
    }

    private static String shortName(String name) {
        String line = name.strip().replaceAll("\\s+", " ");
        boolean title = line.indexOf(' ') > 0 && !line.matches("[\\w$.]+[\\[({].*");
        if (title) {
            return line.replaceFirst("^(?:[\\w$]{1,60}\\.){1,12}[\\w$]{1,100}(?:#|::)(?=.)", "");
        }
        int end = 0;
        while (end < line.length() && "[({".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return end == 0 ? line : line.substring(0, end).strip();
    }
}
