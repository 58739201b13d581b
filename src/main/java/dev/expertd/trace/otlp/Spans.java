package dev.expertd.trace.otlp;

import dev.expertd.model.Failure;
import dev.expertd.model.Signal;
import dev.expertd.model.Status;
import dev.expertd.model.TestCase;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.Occurrences;
import dev.expertd.trace.format.TestId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The spans of one trace, and which of them count. Where some are marked as tests, only these do: that a span inside a
 * test, or the suite around it, ended in an error says nothing more. Otherwise every span is a step, and steps are
 * evidence; unless all {@link Roots} state how they ended and no step speaks against them.
 */
final class Spans {
    private final Collected results;
    private final List<TestSpan> tests = new ArrayList<>();

    /** The suite of each test as it was told. */
    private final List<String> told = new ArrayList<>();

    private final Occurrences names = new Occurrences();
    private final Suites suites = new Suites();
    private final Roots roots = new Roots();
    private @Nullable Instant start;
    private @Nullable Instant end;
    private String commit = "";
    private long red;
    private boolean overflown;

    Spans(Collected results) {
        this.results = results;
    }

    void commit(String id) {
        commit = id.isEmpty() ? commit : id;
    }

    void add(Span span) {
        start = start == null || span.start() != null && span.start().isBefore(start) ? span.start() : start;
        end = end == null || span.end() != null && span.end().isAfter(end) ? span.end() : end;
        Optional<TestSpan> test = TestSpan.of(span);
        if (test.isPresent()) {
            add(test.get());
        } else {
            SuiteSpan.of(span).ifPresent(suites::add);
            step(span);
        }
    }

    private void add(TestSpan test) {
        if (tests.isEmpty()) {
            results.clear(); // of steps
            red = 0;
        }
        overflown = tests.size() == Collected.RESULTS;
        if (!overflown) {
            Failure failure = test.failure() == null ? null : results.bounded(test.failure());
            TestSpan kept = new TestSpan(
                    test.parent(), test.suite(), test.name(), test.file(), test.status(), test.millis(), failure);
            String suite = suite(kept);
            tests.add(kept);
            told.add(suite);
            results.add(named(kept, suite), kept.status(), false, kept.millis(), failure);
            red += kept.status().isRed() ? 1 : 0;
        }
    }

    private void step(Span span) {
        if (!tests.isEmpty()) {
            return;
        }
        if (results.isFull()) {
            overflown = true;
            return;
        }
        boolean failed = span.code() == Span.Code.ERROR;
        Failure failure = failed ? results.bounded(span.failure()) : null;
        String id = TestId.of("otlp", "", names.numbered(span.name()));
        TestCase step = new TestCase(id, span.name(), "", "");
        results.add(step, failed ? Status.FAILED : Status.PASSED, false, span.millis(), failure);
        red += failed ? 1 : 0;
        roots.add(span);
    }

    /** What the spans so far say. */
    Collected soFar() {
        rename();
        Collected into = results.copy();
        tell(into);
        return into;
    }

    /** Says the last that there is to be said of them. */
    void end() {
        rename();
        tell(results);
    }

    private void tell(Collected into) {
        into.started(start);
        into.ended(end);
        into.commit(commit);
        if (overflown) {
            into.incomplete("it holds more than " + Collected.RESULTS + " spans");
        }
        suites.interrupted().ifPresent(into::incomplete);
        if (tests.isEmpty() && !roots.agreeWith(red, results.results())) {
            into.signal(Signal.EVIDENCE_ONLY);
        }
        if (!tests.isEmpty() && red == 0) {
            suites.failed().ifPresent(into::error);
        }
    }

    /** Renames the tests below suites that came after them. */
    private void rename() {
        if (!suites.haveChanged()) {
            return;
        }
        for (int place = 0; place < tests.size(); place++) {
            TestSpan test = tests.get(place);
            String suite = suite(test);
            if (!suite.equals(told.get(place))) {
                told.set(place, suite);
                results.put(place, named(test, suite), test.status(), false, test.millis(), test.failure());
            }
        }
    }

    private String suite(TestSpan test) {
        return test.suite().isEmpty() ? suites.path(test.parent()) : test.suite();
    }

    private static TestCase named(TestSpan test, String suite) {
        String owner = test.file().isEmpty() ? suite : test.file() + "::" + suite;
        return new TestCase(TestId.of("otlp", owner, test.name()), test.name(), suite, test.file());
    }
}
