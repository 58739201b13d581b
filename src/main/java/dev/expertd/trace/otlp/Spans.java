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
    /** A span that is no test. */
    private record Step(
            String name,
            Status status,
            long millis,
            @Nullable Failure failure) {}

    private final Collected texts;
    private final List<TestSpan> tests = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final Suites suites = new Suites();
    private final Roots roots = new Roots();
    private @Nullable Instant start;
    private @Nullable Instant end;
    private String commit = "";
    private boolean overflown;

    /** The bound of all texts together is that of {@code texts}. */
    Spans(Collected texts) {
        this.texts = texts;
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
        steps.clear();
        overflown = tests.size() == Collected.RESULTS;
        if (!overflown) {
            Failure failure = test.failure() == null ? null : texts.bounded(test.failure());
            tests.add(new TestSpan(
                    test.parent(), test.suite(), test.name(), test.file(), test.status(), test.millis(), failure));
        }
    }

    private void step(Span span) {
        if (!tests.isEmpty()) {
            return;
        }
        if (steps.size() == Collected.RESULTS) {
            overflown = true;
            return;
        }
        boolean failed = span.code() == Span.Code.ERROR;
        Failure failure = failed ? texts.bounded(span.failure()) : null;
        steps.add(new Step(span.name(), failed ? Status.FAILED : Status.PASSED, span.millis(), failure));
        roots.add(span);
    }

    /** Says what came of the spans so far. */
    void tell(Collected into) {
        into.started(start);
        into.ended(end);
        into.commit(commit);
        if (overflown) {
            into.incomplete("it holds more than " + Collected.RESULTS + " spans");
        }
        suites.interrupted().ifPresent(into::incomplete);
        if (tests.isEmpty()) {
            tellSteps(into);
            return;
        }
        tests.forEach(test -> tell(test, into));
        if (tests.stream().noneMatch(test -> test.status().isRed())) {
            suites.failed().ifPresent(into::error);
        }
    }

    private void tell(TestSpan test, Collected into) {
        String suite = test.suite().isEmpty() ? suites.path(test.parent()) : test.suite();
        String owner = test.file().isEmpty() ? suite : test.file() + "::" + suite;
        TestCase told = new TestCase(TestId.of("otlp", owner, test.name()), test.name(), suite, test.file());
        into.add(told, test.status(), false, test.millis(), test.failure());
    }

    private void tellSteps(Collected into) {
        long red = steps.stream().filter(step -> step.status().isRed()).count();
        if (!roots.agreeWith(red, steps.size())) {
            into.signal(Signal.EVIDENCE_ONLY);
        }
        Occurrences names = new Occurrences();
        for (Step step : steps) {
            String id = TestId.of("otlp", "", names.numbered(step.name()));
            into.add(new TestCase(id, step.name(), "", ""), step.status(), false, step.millis(), step.failure());
        }
    }
}
