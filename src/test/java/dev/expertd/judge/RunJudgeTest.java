package dev.expertd.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Outcome;
import dev.expertd.model.OutcomeValue;
import dev.expertd.model.Run;
import dev.expertd.model.Scope;
import dev.expertd.model.Signal;
import dev.expertd.model.Status;
import dev.expertd.model.TestCase;
import dev.expertd.model.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunJudgeTest {
    private final RunJudge judge = new RunJudge();

    @Test
    void aRunWithoutAnyTestSaysNothing() {
        assertThat(judge(run()).value()).isEqualTo(OutcomeValue.NONE);
        assertThat(judge(run()).signals()).containsExactly(Signal.NO_RESULTS);
    }

    @Test
    void aRunThatOnlySkippedIsPartial() {
        Outcome outcome = judge(run(Status.SKIPPED, Status.SKIPPED));
        assertThat(outcome.value()).isEqualTo(OutcomeValue.PARTIAL);
        assertThat(outcome.signals()).containsExactly(Signal.ALL_SKIPPED);
        assertThat(outcome.rule()).startsWith("rule 3");
    }

    @Test
    void aRunInWhichNothingPassedHasFailed() {
        assertThat(judge(run(Status.FAILED, Status.SKIPPED)).rule()).startsWith("rule 4");
        assertThat(judge(run(Status.ERRORED)).value()).isEqualTo(OutcomeValue.FAILED);
    }

    @Test
    void aBuildThatBrokeBeforeAnyTestHasFailed() {
        Run broken = new Run(
                "r", "go", null, null, null, Scope.COMPLETE, null, List.of("build failed"), Set.of(), List.of());
        assertThat(judge.judge(broken, false, 1).value()).isEqualTo(OutcomeValue.FAILED);
    }

    @Test
    void aFailingTestOfWhatWasChangedMakesTheRunFailed() {
        Outcome outcome = judge.judge(run(Status.FAILED, Status.PASSED), true, 1);
        assertThat(outcome.value()).isEqualTo(OutcomeValue.FAILED);
        assertThat(outcome.signals()).contains(Signal.SUBJECT_FAILED);
    }

    @Test
    void aFailingTestBesidePassingOnesIsPartial() {
        assertThat(judge(run(Status.FAILED, Status.PASSED)).rule()).startsWith("rule 6");
    }

    @Test
    void aCleanButInterruptedRunIsPartial() {
        Run cut = new Run(
                "r",
                "junit",
                null,
                null,
                null,
                Scope.INCOMPLETE,
                null,
                List.of(),
                Set.of(),
                run(Status.PASSED).results());
        assertThat(judge.judge(cut, false, 1).rule()).startsWith("rule 7");
        assertThat(judge.judge(cut, false, 1).signals()).contains(Signal.INTERRUPTED);
    }

    @Test
    void aRunInWhichAllPassedIsASuccessHoweverManyWereSkipped() {
        assertThat(judge(run(Status.PASSED, Status.SKIPPED)).value()).isEqualTo(OutcomeValue.SUCCESS);
    }

    @Test
    void fourOfFiveFailingTestsSuspectTheMachine() {
        assertThat(judge(run(Status.FAILED, Status.FAILED, Status.FAILED, Status.ERRORED, Status.PASSED))
                        .signals())
                .contains(Signal.INFRA_SUSPECT);
        assertThat(judge(run(Status.FAILED, Status.FAILED, Status.FAILED, Status.PASSED))
                        .signals())
                .doesNotContain(Signal.INFRA_SUSPECT);
    }

    @Test
    void evidenceWithoutAVerdictOfItsOwnIsNoOutcome() {
        Run evidence = new Run(
                "r",
                "eagle-traces",
                null,
                null,
                null,
                Scope.UNKNOWN,
                null,
                List.of(),
                Set.of(Signal.EVIDENCE_ONLY),
                run(Status.PASSED).results());
        assertThat(judge.judge(evidence, false, 1).value()).isEqualTo(OutcomeValue.NONE);
    }

    private Outcome judge(Run run) {
        return judge.judge(run, false, 1);
    }

    static Run run(Status... statuses) {
        List<TestResult> results = new ArrayList<>();
        for (Status status : statuses) {
            results.add(result("t" + results.size(), status));
        }
        return new Run("r", "eagle", null, null, null, Scope.COMPLETE, null, List.of(), Set.of(), results);
    }

    static TestResult result(String id, Status status) {
        return new TestResult(new TestCase(id, id, "", ""), status, false, -1, null);
    }
}
