package dev.expertd.judge;

import static dev.expertd.judge.RunJudgeTest.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Condition;
import dev.expertd.model.Failure;
import dev.expertd.model.PastVerdict;
import dev.expertd.model.Scope;
import dev.expertd.model.Status;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    @Test
    void everyRowOfTheTable() {
        assertThat(now(Status.FAILED, past(Status.PASSED))).isEqualTo(Condition.REGRESSION);
        assertThat(now(Status.ERRORED, past(Status.PASSED))).isEqualTo(Condition.REGRESSION);
        assertThat(now(Status.PASSED, past(Status.FAILED))).isEqualTo(Condition.FIXED);
        assertThat(now(Status.FAILED, past(Status.FAILED))).isEqualTo(Condition.STILL);
        assertThat(now(Status.SKIPPED, past(Status.FAILED))).isEqualTo(Condition.MUTED);
        assertThat(now(Status.SKIPPED, past(Status.PASSED))).isEqualTo(Condition.SKIPPED);
        assertThat(now(Status.SKIPPED, null)).isEqualTo(Condition.SKIPPED);
        assertThat(now(Status.FAILED, null)).isEqualTo(Condition.NEW_FAILING);
        assertThat(now(Status.PASSED, null)).isEqualTo(Condition.NEW);
        assertThat(now(Status.PASSED, past(Status.PASSED))).isEqualTo(Condition.PASSED);
    }

    @Test
    void anotherFailureOfARedTestIsAChange() {
        assertThat(Conditions.compare(result("t", Status.FAILED), past(Status.FAILED), "other", false, Scope.COMPLETE)
                        .condition())
                .isEqualTo(Condition.CHANGED);
    }

    @Test
    void aFixTellsTheFailureThatItEnded() {
        assertThat(Conditions.compare(result("t", Status.PASSED), past(Status.FAILED), "", false, Scope.COMPLETE)
                        .before())
                .isEqualTo(new Failure("E", "m", ""));
    }

    @Test
    void theRedOfAFlakyTestIsNoRegressionAndItsGreenNoFix() {
        assertThat(flaky(Status.FAILED, past(Status.PASSED))).isEqualTo(Condition.FLAKY_FAILURE);
        assertThat(flaky(Status.FAILED, past(Status.FAILED))).isEqualTo(Condition.FLAKY_FAILURE);
        assertThat(flaky(Status.PASSED, past(Status.FAILED))).isEqualTo(Condition.PASSED);
        assertThat(flaky(Status.PASSED, null)).isEqualTo(Condition.NEW);
    }

    @Test
    void aSelectionDoesNotMuteWhatItLeavesOut() {
        assertThat(in(Scope.SUBSET, Status.SKIPPED, past(Status.FAILED), false)).isEqualTo(Condition.SKIPPED);
        assertThat(in(Scope.INCOMPLETE, Status.SKIPPED, past(Status.FAILED), false))
                .isEqualTo(Condition.SKIPPED);
    }

    private static Condition now(Status status, @Nullable PastVerdict before) {
        return in(Scope.COMPLETE, status, before, false);
    }

    private static Condition flaky(Status status, @Nullable PastVerdict before) {
        return in(Scope.COMPLETE, status, before, true);
    }

    private static Condition in(Scope scope, Status status, @Nullable PastVerdict before, boolean flaky) {
        return Conditions.compare(result("t", status), before, status.isRed() ? "print" : "", flaky, scope)
                .condition();
    }

    private static PastVerdict past(Status status) {
        return new PastVerdict(
                "r",
                "c",
                Set.of(),
                "tree",
                status,
                false,
                status.isRed() ? new Failure("E", "m", "") : null,
                status.isRed() ? "print" : "");
    }
}
