package dev.expertd.judge;

import dev.expertd.model.Condition;
import dev.expertd.model.PastVerdict;
import dev.expertd.model.TestDelta;
import dev.expertd.model.TestResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares one result with that test's own last verdicts on ancestor commits. */
public final class Conditions {
    /** So many clean verdicts in a row end the suspicion that a test is flaky. */
    private static final int CLEAN_VERDICTS = 5;

    /**
     * One test's step.
     *
     * @param past its executed verdicts on ancestors of the tested code, newest first; a bounded number
     * @param fingerprint identity of the failure of a red result, else empty
     */
    public TestDelta compare(TestResult result, List<PastVerdict> past, String fingerprint) {
        PastVerdict before = past.isEmpty() ? null : past.get(0);
        boolean red = result.status().isRed();
        return new TestDelta(
                result.test(),
                condition(result, before, fingerprint, isKnownFlaky(past)),
                before != null && before.status().isRed() ? before.failure() : null,
                red ? result.failure() : null,
                before == null ? "" : before.commit(),
                red || before == null ? fingerprint : before.fingerprint());
    }

    /** The same code gave the opposite verdict before: the test is flaky, whatever it says now. */
    public boolean contradicts(TestResult result, List<PastVerdict> past, String treeId) {
        return !treeId.isEmpty()
                && result.status().isExecuted()
                && past.stream()
                        .anyMatch(before -> before.treeId().equals(treeId)
                                && before.status().isRed() != result.status().isRed());
    }

    private static Condition condition(
            TestResult result, @Nullable PastVerdict before, String fingerprint, boolean knownFlaky) {
        boolean wasRed = before != null && before.status().isRed();
        if (!result.status().isExecuted()) {
            return wasRed ? Condition.MUTED : Condition.SKIPPED;
        }
        if (!result.status().isRed()) {
            return wasRed ? Condition.FIXED : before == null ? Condition.NEW : Condition.PASSED;
        }
        if (before == null) {
            return Condition.NEW_FAILING;
        }
        if (wasRed) {
            return fingerprint.equals(before.fingerprint()) ? Condition.STILL : Condition.CHANGED;
        }
        return knownFlaky ? Condition.FLAKY_FAILURE : Condition.REGRESSION;
    }

    private static boolean isKnownFlaky(List<PastVerdict> past) {
        return past.stream().limit(CLEAN_VERDICTS).anyMatch(PastVerdict::flaky);
    }
}
