package dev.expertd.judge;

import dev.expertd.model.Condition;
import dev.expertd.model.PastVerdict;
import dev.expertd.model.Scope;
import dev.expertd.model.TestDelta;
import dev.expertd.model.TestResult;
import org.jspecify.annotations.Nullable;

/** Compares one result with that test's own last verdict on an ancestor commit. */
public final class Conditions {
    private Conditions() {}

    /**
     * One test's step.
     *
     * @param before what it last did on the way to the tested code, when it was executed; null without history
     * @param fingerprint identity of the failure of a red result, else empty
     * @param flaky it does both on the same code: its red blames nobody, and its green credits nobody
     * @param scope of the run; only a run of the whole suite mutes the tests that it skips
     */
    public static TestDelta compare(
            TestResult result, @Nullable PastVerdict before, String fingerprint, boolean flaky, Scope scope) {
        boolean red = result.status().isRed();
        return new TestDelta(
                result.test(),
                condition(result, before, fingerprint, flaky, scope),
                before != null && before.status().isRed() ? before.failure() : null,
                red ? result.failure() : null,
                before == null ? "" : before.commit(),
                red || before == null ? fingerprint : before.fingerprint());
    }

    private static Condition condition(
            TestResult result, @Nullable PastVerdict before, String fingerprint, boolean flaky, Scope scope) {
        boolean wasRed = before != null && before.status().isRed();
        if (!result.status().isExecuted()) {
            boolean speaks = scope != Scope.SUBSET && scope != Scope.INCOMPLETE;
            return wasRed && speaks ? Condition.MUTED : Condition.SKIPPED;
        }
        if (!result.status().isRed()) {
            return before == null ? Condition.NEW : wasRed && !flaky ? Condition.FIXED : Condition.PASSED;
        }
        if (flaky) {
            return Condition.FLAKY_FAILURE;
        }
        if (before == null) {
            return Condition.NEW_FAILING;
        }
        if (wasRed) {
            return fingerprint.equals(before.fingerprint()) ? Condition.STILL : Condition.CHANGED;
        }
        return Condition.REGRESSION;
    }
}
