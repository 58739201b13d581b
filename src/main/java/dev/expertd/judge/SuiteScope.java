package dev.expertd.judge;

import dev.expertd.model.Counts;
import dev.expertd.model.Run;
import dev.expertd.model.Scope;

/** How much of its suite a run speaks for, measured by what its source ran before. */
public final class SuiteScope {
    /** A run that executes less than this share of the tests known of its source was a selection. */
    private static final double WHOLE = 0.9;

    private SuiteScope() {}

    /**
     * The scope of a run. What its own trace says of interruption or selection stands.
     *
     * @param known so many tests the last complete runs of the same source executed, all together; tests that they only
     *     skipped do not count, or a suite with many skipped tests would never be complete. 0 for a new source.
     */
    public static Scope of(Run run, int known) {
        if (run.scope() == Scope.INCOMPLETE || run.scope() == Scope.SUBSET) {
            return run.scope();
        }
        Counts counts = run.counts();
        return counts.total() - counts.skipped() < WHOLE * known ? Scope.SUBSET : run.scope();
    }
}
