package dev.expertd.trace.otlp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The suites around the tests. A suite ends after its tests, so that its span mostly comes after theirs. */
final class Suites {
    private static final int SUITES = 20_000;
    private static final int DEPTH = 50;

    private final Map<String, SuiteSpan> byId = new HashMap<>();
    private boolean changed;
    private String failed = "";
    private String interrupted = "";

    void add(SuiteSpan suite) {
        if (byId.size() < SUITES) {
            changed = true;
            byId.put(suite.id(), suite);
        }
        if (failed.isEmpty() && suite.failed()) {
            failed = suite.title() + " failed, although no test did";
        }
        if (interrupted.isEmpty() && suite.interrupted()) {
            interrupted = suite.title() + " did not come to its end";
        }
    }

    /** True if paths may be others than when it was asked last. */
    boolean haveChanged() {
        boolean since = changed;
        changed = false;
        return since;
    }

    /** The names of the suites around the span, from the outermost on, joined by dots as Robot Framework does. */
    String path(String span) {
        Deque<String> names = new ArrayDeque<>();
        SuiteSpan suite = byId.get(span);
        for (int i = 0; i < DEPTH && suite != null; i++) {
            if (!suite.name().isEmpty()) {
                names.addFirst(suite.name());
            }
            suite = byId.get(suite.parent());
        }
        return String.join(".", names);
    }

    /** What is to be said if a suite failed and no test explains it. */
    Optional<String> failed() {
        return Optional.of(failed).filter(text -> !text.isEmpty());
    }

    Optional<String> interrupted() {
        return Optional.of(interrupted).filter(text -> !text.isEmpty());
    }
}
