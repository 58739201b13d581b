package dev.expertd.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Outcome;
import dev.expertd.model.OutcomeValue;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActJudgeTest {
    private final ActJudge judge = new ActJudge();

    @Test
    void anActThatNoRunTestedHasNoOutcome() {
        assertThat(judge.judge(List.of())).isEqualTo(ActJudge.UNTESTED);
    }

    @Test
    void theOnlyRunDecides() {
        assertThat(judge.judge(List.of(of(OutcomeValue.PARTIAL))).value()).isEqualTo(OutcomeValue.PARTIAL);
    }

    @Test
    void sourcesThatAgreeDecideTogether() {
        assertThat(judge.judge(List.of(of(OutcomeValue.SUCCESS), of(OutcomeValue.SUCCESS)))
                        .value())
                .isEqualTo(OutcomeValue.SUCCESS);
        assertThat(judge.judge(List.of(of(OutcomeValue.FAILED), of(OutcomeValue.FAILED)))
                        .value())
                .isEqualTo(OutcomeValue.FAILED);
    }

    @Test
    void aFailureBesideASuccessIsPartial() {
        assertThat(judge.judge(List.of(of(OutcomeValue.SUCCESS), of(OutcomeValue.FAILED)))
                        .value())
                .isEqualTo(OutcomeValue.PARTIAL);
    }

    @Test
    void aRunThatSaysNothingDoesNotSpoilTheOthers() {
        assertThat(judge.judge(List.of(of(OutcomeValue.NONE), of(OutcomeValue.SUCCESS)))
                        .value())
                .isEqualTo(OutcomeValue.SUCCESS);
    }

    @Test
    void aRevertedActHasFailedWhateverItsRunsSaid() {
        assertThat(judge.reverted("1a2b3c4").value()).isEqualTo(OutcomeValue.FAILED);
    }

    private static Outcome of(OutcomeValue value) {
        return new Outcome(value, "rule", Set.of(), 1);
    }
}
