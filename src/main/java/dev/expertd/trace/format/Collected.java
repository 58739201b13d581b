package dev.expertd.trace.format;

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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was read of one file so far. However large the file is, what is kept of it is bounded. */
public final class Collected {
    /** More tests than any suite has; the trace is then as good as cut off. */
    public static final int RESULTS = 100_000;

    private static final int TYPE = 300;
    private static final int MESSAGE = 4_096;
    private static final int BODY = 8_192;
    private static final int ERRORS = 20;

    /** Characters of failures' texts in all; when they are used up, failures keep their type and a short message. */
    private static final int TEXT = 4 << 20;

    private static final String CUT = "\n...\n";

    private static final int SHORT_MESSAGE = 160;
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");

    private final boolean withText;
    private final List<TestResult> results = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final EnumSet<Signal> signals = EnumSet.noneOf(Signal.class);
    private int textLeft = TEXT;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable String commit;
    private @Nullable Counts declared;
    private String incomplete = "";
    private boolean mayGoOn;

    /** Without text nothing that a test printed is to be asked for. */
    public Collected(boolean withText) {
        this.withText = withText;
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
            errors.add(cut(text.strip(), MESSAGE));
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
        if (results.size() == RESULTS) {
            incomplete("it holds more than " + RESULTS + " tests");
            return;
        }
        results.add(new TestResult(test, status, flaky, millis, status.isRed() || flaky ? failure : null));
    }

    /** What a test that was added at that place, counted from 0, turned out to be when more was known. */
    public void turnsOut(int place, TestCase test, Status status, @Nullable Failure failure) {
        if (place < results.size()) {
            results.set(place, new TestResult(test, status, false, -1, failure));
        }
    }

    /** The failure as it may be kept: of a long body the beginning, which tells what, and the end, which tells why. */
    public Failure bounded(Failure failure) {
        boolean room = textLeft > 0;
        Failure bounded = new Failure(
                cut(failure.type(), TYPE),
                cut(failure.message(), room ? MESSAGE : SHORT_MESSAGE),
                room ? cutMiddle(failure.body(), BODY) : "");
        textLeft -= bounded.message().length() + bounded.body().length();
        return bounded;
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
        for (TestResult result : other.results) {
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
        if (errors.isEmpty() && (declared == null || declared.total() == 0) && results.isEmpty()) {
            told.add(Signal.NO_RESULTS);
        }
        if (isAnyTwice()) {
            told.add(Signal.DUPLICATE_ID);
        }
        Scope scope = incomplete.isEmpty() ? Scope.COMPLETE : Scope.INCOMPLETE;
        return new Run(id, format, startedAt, endedAt, commit, scope, declared, errors, told, results);
    }

    /** Sorted hashes take a tenth of a set's memory; only if two are the same it takes a set to tell. */
    private boolean isAnyTwice() {
        long[] hashes = results.stream()
                .mapToLong(result -> hash(result.test().id()))
                .sorted()
                .toArray();
        for (int i = 1; i < hashes.length; i++) {
            if (hashes[i] == hashes[i - 1]) {
                Set<String> ids = new HashSet<>();
                return !results.stream()
                        .allMatch(result -> ids.add(result.test().id()));
            }
        }
        return false;
    }

    private static long hash(String id) {
        return (long) id.hashCode() << 32 | id.substring(id.length() / 2).hashCode() & 0xFFFFFFFFL;
    }

    private static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit);
    }

    private static String cutMiddle(String text, int limit) {
        return text.length() <= limit
                ? text
                : text.substring(0, limit / 2 - CUT.length()) + CUT + text.substring(text.length() - limit / 2);
    }
}
