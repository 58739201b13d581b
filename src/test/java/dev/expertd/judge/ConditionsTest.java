package dev.expertd.judge;

import static dev.expertd.judge.RunJudgeTest.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Condition;
import dev.expertd.model.Failure;
import dev.expertd.model.PastVerdict;
import dev.expertd.model.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private final Conditions conditions = new Conditions();

    @Test
    void everyRowOfTheTable() {
        assertThat(now(Status.FAILED, past(Status.PASSED))).isEqualTo(Condition.REGRESSION);
        assertThat(now(Status.ERRORED, past(Status.PASSED))).isEqualTo(Condition.REGRESSION);
        assertThat(now(Status.PASSED, past(Status.FAILED))).isEqualTo(Condition.FIXED);
        assertThat(now(Status.FAILED, past(Status.FAILED))).isEqualTo(Condition.STILL);
        assertThat(now(Status.SKIPPED, past(Status.FAILED))).isEqualTo(Condition.MUTED);
        assertThat(now(Status.SKIPPED)).isEqualTo(Condition.SKIPPED);
        assertThat(now(Status.FAILED)).isEqualTo(Condition.NEW_FAILING);
        assertThat(now(Status.PASSED)).isEqualTo(Condition.NEW);
        assertThat(now(Status.PASSED, past(Status.PASSED))).isEqualTo(Condition.PASSED);
    }

    @Test
    void anotherFailureOfARedTestIsAChange() {
        assertThat(conditions
                        .compare(result("t", Status.FAILED), List.of(past(Status.FAILED)), "other")
                        .condition())
                .isEqualTo(Condition.CHANGED);
    }

    @Test
    void aFixTellsTheFailureThatItEnded() {
        assertThat(conditions
                        .compare(result("t", Status.PASSED), List.of(past(Status.FAILED)), "")
                        .before())
                .isEqualTo(new Failure("E", "m", ""));
    }

    @Test
    void aKnownFlakyTestBlamesNobodyUntilFiveCleanVerdicts() {
        List<PastVerdict> past = new ArrayList<>();
        past.add(new PastVerdict("r", "c", Set.of(), "tree", Status.PASSED, true, null, ""));
        assertThat(now(Status.FAILED, past.toArray(PastVerdict[]::new))).isEqualTo(Condition.FLAKY_FAILURE);
        for (int i = 0; i < 5; i++) {
            past.add(0, past(Status.PASSED));
        }
        assertThat(now(Status.FAILED, past.toArray(PastVerdict[]::new))).isEqualTo(Condition.REGRESSION);
    }

    @Test
    void theOppositeVerdictOnTheSameCodeIsAFlake() {
        List<PastVerdict> past = List.of(past(Status.FAILED));
        assertThat(conditions.contradicts(result("t", Status.PASSED), past, "tree"))
                .isTrue();
        assertThat(conditions.contradicts(result("t", Status.PASSED), past, "another tree"))
                .isFalse();
        assertThat(conditions.contradicts(result("t", Status.FAILED), past, "tree"))
                .isFalse();
        assertThat(conditions.contradicts(result("t", Status.PASSED), past, "")).isFalse();
    }

    private Condition now(Status status, PastVerdict... past) {
        return conditions
                .compare(result("t", status), List.of(past), status.isRed() ? "print" : "")
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
