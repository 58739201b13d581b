package dev.expertd.trace.otlp;

import java.util.Locale;
import java.util.Optional;

/**
 * A span that stands for a suite, or for a whole session, which has no name.
 *
 * @param status in the words of its framework, in lower case; empty if it has none
 */
record SuiteSpan(String id, String parent, String name, String status) {
    static Optional<SuiteSpan> of(Span span) {
        if (!span.attribute("rf.keyword.name").isEmpty()
                || !span.attribute("rf.signal").isEmpty()) {
            return Optional.empty();
        }
        if (!span.attribute("rf.suite.name").isEmpty()) {
            return suite(span, span.attribute("rf.suite.name"), span.attribute("rf.status"));
        }
        String run = span.attribute("test.suite.run.status");
        if (!run.isEmpty() || !span.attribute("test.suite.name").isEmpty()) {
            return suite(span, span.attribute("test.suite.name"), run);
        }
        String session = span.attribute("tests.status");
        return session.isEmpty() ? Optional.empty() : suite(span, "", session);
    }

    private static Optional<SuiteSpan> suite(Span span, String name, String status) {
        return Optional.of(new SuiteSpan(span.id(), span.parent(), name, status.toLowerCase(Locale.ROOT)));
    }

    boolean failed() {
        return status.startsWith("fail") || status.equals("error");
    }

    /** It did not get to its end. */
    boolean interrupted() {
        return status.equals("aborted") || status.equals("timed_out") || status.equals("in_progress");
    }

    String title() {
        return name.isEmpty() ? "the session" : "the suite " + name;
    }
}
