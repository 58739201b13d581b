package dev.expertd.model;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One test run as its trace tells it, before anything is known of commits.
 *
 * @param id hash of the content, so that the same trace seen twice is one run
 * @param format the format's short name, as in {@code expertd runs}
 * @param commit the commit that the report itself names; null when it names none
 * @param declared the totals that the trace states; null when it states none
 * @param runErrors failures of no single test: a build that broke, a collection error, a crash
 */
public record Run(
        String id,
        String format,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String commit,
        Scope scope,
        @Nullable Counts declared,
        List<String> runErrors,
        Set<Signal> signals,
        List<TestResult> results) {
    public Run {
        if (id.isEmpty() || format.isEmpty()) {
            throw new IllegalArgumentException("a run needs an id and a format");
        }
        Objects.requireNonNull(scope, "scope");
        runErrors = List.copyOf(runErrors);
        signals = signals.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(signals));
        results = Results.copyOf(results);
    }

    /** The same run under another id. */
    public Run withId(String other) {
        return new Run(other, format, startedAt, endedAt, commit, scope, declared, runErrors, signals, results);
    }

    /** The same run once it is known how much of its suite it speaks for. */
    public Run withScope(Scope known) {
        return new Run(id, format, startedAt, endedAt, commit, known, declared, runErrors, signals, results);
    }

    /** One result for each test: of a test that stands in the trace more than once, the worst. In the order met. */
    public List<TestResult> verdicts() {
        Map<String, TestResult> worst = new LinkedHashMap<>();
        results.forEach(result -> worst.merge(
                result.test().id(),
                result,
                (one, other) -> one.status().worst(other.status()) == one.status() ? one : other));
        return List.copyOf(worst.values());
    }

    /** Counted from the results; the stated totals only where the trace names no test at all. */
    public Counts counts() {
        return results.isEmpty() && declared != null ? declared : Counts.of(results);
    }
}
