package dev.expertd.trace;

import dev.expertd.io.Hash;
import dev.expertd.model.Counts;
import dev.expertd.model.Failure;
import dev.expertd.model.Run;
import dev.expertd.model.Scope;
import dev.expertd.model.Signal;
import dev.expertd.model.Status;
import dev.expertd.model.TestCase;
import dev.expertd.model.TestResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what a format reads, bounded in what it keeps of each test. */
final class RunBuilder {
    private static final int TYPE = 300;
    private static final int MESSAGE = 4_096;
    private static final int BODY = 8_192;
    private static final int ERRORS = 20;

    private final List<TestResult> results = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final List<String> errors = new ArrayList<>();
    private final EnumSet<Signal> signals = EnumSet.noneOf(Signal.class);
    private String format = "";
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable String commit;
    private @Nullable Counts declared;
    private String incomplete = "";

    void format(String name) {
        format = name;
    }

    void started(@Nullable Instant at) {
        startedAt = startedAt == null || at != null && at.isBefore(startedAt) ? at : startedAt;
    }

    void ended(@Nullable Instant at) {
        endedAt = endedAt == null || at != null && at.isAfter(endedAt) ? at : endedAt;
    }

    void commit(String id) {
        if (id.matches("[0-9a-f]{7,64}")) {
            commit = id;
        }
    }

    /** Adds to the totals that the trace states, used only if it names no test at all. */
    void declare(Counts more) {
        Counts before = declared == null ? Counts.NONE : declared;
        declared = new Counts(
                before.total() + more.total(),
                before.passed() + more.passed(),
                before.failed() + more.failed(),
                before.errored() + more.errored(),
                before.skipped() + more.skipped(),
                before.flaky() + more.flaky());
    }

    void signal(Signal signal) {
        signals.add(signal);
    }

    /** A failure of no single test. */
    void error(String text) {
        if (errors.size() < ERRORS) {
            errors.add(cut(text.strip(), MESSAGE));
        }
    }

    void incomplete(String reason) {
        incomplete = reason;
    }

    boolean isEmpty() {
        return results.isEmpty() && errors.isEmpty() && declared == null;
    }

    void add(TestCase test, Status status, boolean flaky, long millis, @Nullable Failure failure) {
        if (!ids.add(test.id())) {
            signals.add(Signal.DUPLICATE_ID);
        }
        boolean told = status.isRed() || flaky;
        results.add(new TestResult(test, status, flaky, millis, told && failure != null ? bounded(failure) : null));
    }

    private static Failure bounded(Failure failure) {
        return new Failure(cut(failure.type(), TYPE), cut(failure.message(), MESSAGE), cutMiddle(failure.body(), BODY));
    }

    /** A test's identity: what names it, without anything that differs from run to run. */
    static String id(String family, String suite, String name) {
        return Hash.hex(family + '\u001f' + suite + '\u001f' + name).substring(0, 32);
    }

    TraceReading build(String id) {
        if (!incomplete.isEmpty() && isEmpty()) {
            return new TraceReading.Unreadable(incomplete);
        }
        if (!incomplete.isEmpty()) {
            signals.add(Signal.INTERRUPTED);
        }
        Run run = new Run(
                id,
                format,
                startedAt,
                endedAt,
                commit,
                incomplete.isEmpty() ? Scope.COMPLETE : Scope.INCOMPLETE,
                declared,
                errors,
                signals,
                results);
        return incomplete.isEmpty() ? new TraceReading.Complete(run) : new TraceReading.Incomplete(run, incomplete);
    }

    private static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit);
    }

    /** The beginning tells what, the end tells why: of a long text both are kept. */
    private static String cutMiddle(String text, int limit) {
        return text.length() <= limit
                ? text
                : text.substring(0, limit / 2) + "\n...\n" + text.substring(text.length() - limit / 2);
    }
}
