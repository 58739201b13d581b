package dev.expertd.trace.format;

import dev.expertd.model.Counts;
import dev.expertd.model.Failure;
import dev.expertd.model.GrowingResults;
import dev.expertd.model.Run;
import dev.expertd.model.Scope;
import dev.expertd.model.Signal;
import dev.expertd.model.Status;
import dev.expertd.model.TestCase;
import dev.expertd.model.TestResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was read of one file so far. However large the file is, what is kept of it is bounded. */
public final class Collected {
    /** More tests than any suite has; the trace is then as good as cut off. */
    public static final int RESULTS = 100_000;

    private static final int ERRORS = 20;
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");

    private final boolean withText;
    private GrowingResults results;
    private final FailureTexts texts;
    private Ids ids;
    private final List<String> errors = new ArrayList<>();
    private final EnumSet<Signal> signals = EnumSet.noneOf(Signal.class);
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable String commit;
    private @Nullable Counts declared;
    private String incomplete = "";
    private boolean mayGoOn;

    /** Without text nothing that a test printed is to be asked for. */
    public Collected(boolean withText) {
        this(withText, new GrowingResults(), new FailureTexts(), new Ids());
    }

    private Collected(boolean withText, GrowingResults results, FailureTexts texts, Ids ids) {
        this.withText = withText;
        this.results = results;
        this.texts = texts;
        this.ids = ids;
    }

    /** The same, which goes its own way from here; however many results there are, it costs next to nothing. */
    public Collected copy() {
        Collected copy = new Collected(withText, results.copy(), texts.copy(), ids.copy(results));
        copy.errors.addAll(errors);
        copy.signals.addAll(signals);
        copy.startedAt = startedAt;
        copy.endedAt = endedAt;
        copy.commit = commit;
        copy.declared = declared;
        copy.incomplete = incomplete;
        copy.mayGoOn = mayGoOn;
        return copy;
    }

    public boolean withText() {
        return withText;
    }

    public void started(@Nullable Instant at) {
        startedAt = startedAt == null || at != null && at.isBefore(startedAt) ? at : startedAt;
    }

    public void ended(@Nullable Instant at) {
        endedAt = endedAt == null || at != null && at.isAfter(endedAt) ? at : endedAt;
    }

    /** The commit that the report names, if it is one. */
    public void commit(String id) {
        if (COMMIT.matcher(id).matches()) {
            commit = id;
        }
    }

    /** Adds to the totals that the trace states; they count only if it names no test at all. */
    public void declare(Counts more) {
        declared = declared == null ? more : declared.plus(more);
    }

    public void signal(Signal signal) {
        signals.add(signal);
    }

    /** A failure of no single test. */
    public void error(String text) {
        if (errors.size() < ERRORS) {
            errors.add(FailureTexts.message(text.strip()));
        }
    }

    /** What is missing may still come: to be taken as it is only after a while. */
    public void mayGoOn() {
        mayGoOn = true;
    }

    public boolean doesItGoOn() {
        return mayGoOn;
    }

    /** The first reason stands. Returns itself. */
    public Collected incomplete(String reason) {
        incomplete = incomplete.isEmpty() ? reason : incomplete;
        return this;
    }

    public void add(TestCase test, Status status, boolean flaky, long millis, @Nullable Failure failure) {
        if (isFull()) {
            incomplete("it holds more than " + RESULTS + " tests");
            return;
        }
        results.add(result(test, status, flaky, millis, failure));
    }

    /** Forgets the results so far. */
    public void clear() {
        results = new GrowingResults();
        ids = new Ids();
    }

    /** True if no more results are taken. */
    public boolean isFull() {
        return results.size() == RESULTS;
    }

    /** Puts a result in the place of the one that was added as the {@code place}-th, counted from 0. */
    public void put(int place, TestCase test, Status status, boolean flaky, long millis, @Nullable Failure failure) {
        ids.changed(place, results.get(place).test().id(), test.id());
        results.set(place, result(test, status, flaky, millis, failure));
    }

    private static TestResult result(
            TestCase test, Status status, boolean flaky, long millis, @Nullable Failure failure) {
        return new TestResult(test, status, flaky, millis, status.isRed() || flaky ? failure : null);
    }

    /** The failure as it may be kept; see {@link FailureTexts}. */
    public Failure bounded(Failure failure) {
        return texts.bounded(failure);
    }

    /** So many results were added. */
    public int results() {
        return results.size();
    }

    public int size() {
        return results.size() + errors.size();
    }

    public boolean isEmpty() {
        return size() == 0 && declared == null;
    }

    public String whyIncomplete() {
        return incomplete;
    }

    /** Adds what another file of the same run holds. */
    public void addAll(Collected other) {
        for (TestResult result : other.results.soFar()) {
            Failure failure = result.failure();
            add(
                    result.test(),
                    result.status(),
                    result.flaky(),
                    result.durationMillis(),
                    failure == null ? null : bounded(failure));
        }
        other.errors.forEach(this::error);
        mayGoOn |= other.mayGoOn;
        signals.addAll(other.signals);
        started(other.startedAt);
        ended(other.endedAt);
        commit = commit == null ? other.commit : commit;
        if (other.declared != null) {
            declare(other.declared);
        }
        incomplete(other.incomplete);
    }

    public Run toRun(String id, String format) {
        EnumSet<Signal> told = EnumSet.copyOf(signals);
        if (!incomplete.isEmpty()) {
            told.add(Signal.INTERRUPTED);
        }
        if (errors.isEmpty() && (declared == null || declared.total() == 0) && results.size() == 0) {
            told.add(Signal.NO_RESULTS);
        }
        if (ids.isAnyTwice(results)) {
            told.add(Signal.DUPLICATE_ID);
        }
        Scope scope = incomplete.isEmpty() ? Scope.COMPLETE : Scope.INCOMPLETE;
        return new Run(id, format, startedAt, endedAt, commit, scope, declared, errors, told, results.soFar());
    }
}
