package dev.expertd.trace.otlp;

import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.trace.format.TestName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A span that its attributes call a test, and what they call its result.
 *
 * <pre>
 * test.case.name, test.case.result.status        the semantic conventions of OpenTelemetry
 * rf.test.name, rf.status                        Robot Framework; keywords and suites have a status too
 * tests.name, tests.status                       pytest-otel; its session has a status too
 * tests.case.status, code.function               junit2otlp
 * test.name, test.status                         others
 * pytest.nodeid, pytest.span_type: test          pytest-opentelemetry; the result is the span's own status
 * </pre>
 *
 * @param parent the span above it, which may be a suite
 */
record TestSpan(
        String parent,
        String suite,
        String name,
        String file,
        Status status,
        long millis,
        @Nullable Failure failure) {
    /**
     * A convention.
     *
     * @param sure the name alone marks a test; otherwise the status does
     */
    private record Marks(boolean sure, String name, String status) {}

    private static final List<Marks> MARKS = List.of(
            new Marks(true, "test.case.name", "test.case.result.status"),
            new Marks(false, "code.function", "test.case.result.status"),
            new Marks(true, "rf.test.name", "rf.status"),
            new Marks(true, "tests.name", "tests.status"),
            new Marks(false, "code.function", "tests.case.status"),
            new Marks(false, "test.name", "test.status"));

    private static final List<String> SUITES =
            List.of("test.suite.name", "tests.suite.suitename", "tests.case.classname", "test.suite", "code.namespace");

    static Optional<TestSpan> of(Span span) {
        if (!span.attribute("rf.signal").isEmpty()
                || !span.attribute("rf.keyword.name").isEmpty()) {
            return Optional.empty();
        }
        if (span.attribute("pytest.span_type").equals("test")
                && !span.attribute("pytest.nodeid").isEmpty()) {
            TestName name = TestName.of(span.attribute("pytest.nodeid"));
            return Optional.of(test(span, name.suite(), name.name(), name.file(), ofPytest(span)));
        }
        return MARKS.stream()
                .filter(marks ->
                        !span.attribute(marks.sure ? marks.name : marks.status).isEmpty())
                .findFirst()
                .map(marks -> marked(span, marks));
    }

    private static TestSpan marked(Span span, Marks marks) {
        String given = span.attribute(marks.name);
        TestName name = name(given.isEmpty() ? span.name() : given);
        String suite = first(span, SUITES);
        String path = first(span, List.of("code.file.path", "code.filepath"));
        String file = TestName.isFile(path) ? path : name.file();
        String stated = span.attribute(marks.status);
        return test(span, suite.isEmpty() ? name.suite() : suite, name.name(), file, status(stated, span.code()));
    }

    /** Of most the name is prose, in which nothing is to be taken apart. */
    private static TestName name(String name) {
        return name.contains("::") && !name.contains(" ") ? TestName.of(name) : new TestName("", "", name);
    }

    private static TestSpan test(Span span, String suite, String name, String file, Status status) {
        Failure failure = status.isRed() ? span.failure() : null;
        return new TestSpan(span.parent(), suite, name, file, status, span.millis(), failure);
    }

    private static String first(Span span, List<String> keys) {
        return keys.stream()
                .map(span::attribute)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** It sets a status when the test's body was called; without one a mark skipped it or its setup raised. */
    private static Status ofPytest(Span span) {
        return switch (span.code()) {
            case OK -> Status.PASSED;
            case ERROR -> Status.FAILED;
            case UNSET -> span.error().isEmpty() ? Status.SKIPPED : Status.ERRORED;
        };
    }

    /** The result in whatever words; where none is stated, a span that is known to be a test has a status of its own. */
    static Status status(String stated, Span.Code code) {
        return switch (stated.toLowerCase(Locale.ROOT).replace(' ', '_')) {
            case "pass", "passed", "ok", "success", "successful", "xpass", "xpassed" -> Status.PASSED;
            case "fail", "failed", "failure" -> Status.FAILED;
            case "skip", "skipped", "ignored", "pending", "disabled", "not_run", "xfail", "xfailed" -> Status.SKIPPED;
            case "" ->
                switch (code) {
                    case OK -> Status.PASSED;
                    case ERROR -> Status.FAILED;
                    case UNSET -> Status.ERRORED;
                };
            default -> Status.ERRORED;
        };
    }
}
