package dev.expertd.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Run;
import dev.expertd.model.Scope;
import dev.expertd.model.Status;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SuiteScopeTest {
    @Test
    void theFirstRunOfASourceIsComplete() {
        assertThat(SuiteScope.of(run(3, 0), 0)).isEqualTo(Scope.COMPLETE);
    }

    @Test
    void threeOfTwentyEightTestsAreASelection() {
        assertThat(SuiteScope.of(run(3, 0), 28)).isEqualTo(Scope.SUBSET);
    }

    @Test
    void aTestThatWasFilteredOutWasNotExecuted() {
        assertThat(SuiteScope.of(run(13, 939), 952)).isEqualTo(Scope.SUBSET);
    }

    @Test
    void nineOfTenAreTheWholeSuite() {
        assertThat(SuiteScope.of(run(9, 0), 10)).isEqualTo(Scope.COMPLETE);
        assertThat(SuiteScope.of(run(8, 1), 10)).isEqualTo(Scope.SUBSET);
    }

    @Test
    void whatTheTraceSaysOfInterruptionStands() {
        assertThat(SuiteScope.of(run(1, 0).withScope(Scope.INCOMPLETE), 100)).isEqualTo(Scope.INCOMPLETE);
    }

    private static Run run(int passed, int skipped) {
        Status[] statuses = new Status[passed + skipped];
        Arrays.fill(statuses, 0, passed, Status.PASSED);
        Arrays.fill(statuses, passed, statuses.length, Status.SKIPPED);
        return RunJudgeTest.run(statuses);
    }
}
