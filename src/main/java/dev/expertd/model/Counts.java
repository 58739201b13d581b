package dev.expertd.model;

import java.util.EnumMap;

/** How many tests of a run did what. {@code flaky} ones are among the passed. */
public record Counts(int total, int passed, int failed, int errored, int skipped, int flaky) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    public static Counts of(Iterable<TestResult> results) {
        int total = 0;
        int flaky = 0;
        EnumMap<Status, Integer> byStatus = new EnumMap<>(Status.class);
        for (TestResult result : results) {
            total++;
            flaky += result.flaky() ? 1 : 0;
            byStatus.merge(result.status(), 1, Integer::sum);
        }
        return new Counts(
                total,
                byStatus.getOrDefault(Status.PASSED, 0),
                byStatus.getOrDefault(Status.FAILED, 0),
                byStatus.getOrDefault(Status.ERRORED, 0),
                byStatus.getOrDefault(Status.SKIPPED, 0),
                flaky);
    }

    public Counts plus(Counts other) {
        return new Counts(
                total + other.total,
                passed + other.passed,
                failed + other.failed,
                errored + other.errored,
                skipped + other.skipped,
                flaky + other.flaky);
    }

    public int red() {
        return failed + errored;
    }
}
