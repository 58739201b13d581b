package dev.expertd.trace;

import static dev.expertd.trace.Traces.complete;
import static dev.expertd.trace.Traces.fixture;
import static dev.expertd.trace.Traces.incomplete;
import static dev.expertd.trace.Traces.read;
import static dev.expertd.trace.Traces.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.judge.RunJudge;
import dev.expertd.model.Counts;
import dev.expertd.model.OutcomeValue;
import dev.expertd.model.Run;
import dev.expertd.model.Status;
import dev.expertd.model.TestResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrxTest {
    private static final String RUN =
            "<TestRun xmlns='http://microsoft.com/schemas/VisualStudio/TeamTest/2010'>%s</TestRun>";

    private static final String PASSED = "<Results><UnitTestResult testName='Adds' outcome='Passed'/></Results>";

    @TempDir
    private Path folder;

    @Test
    void rowsOfADataDrivenTestCountAndTheirSumDoesNot() {
        Run run = complete(read(folder, fixture("shop.trx")));

        assertThat(run.format()).isEqualTo("trx");
        assertThat(run.counts()).isEqualTo(new Counts(6, 2, 2, 1, 1, 0));
        assertThat(run.signals()).isEmpty();
        assertThat(run.runErrors()).isEmpty();
        assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-03-02T09:30:00.250Z"));
        assertThat(run.endedAt()).isEqualTo(Instant.parse("2026-03-02T09:30:04.500Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Discounts(percent: 7) | Shop.Tests.CartTests  | System.InvalidOperationException | the cart is closed | 12",
                "a mail is sent        | Shop.Tests.MailTests  | ''                      | Test 'a mail is sent' exceeded execution timeout period of 86400000ms | 86400000",
                "Rounds (Data Row 1)   | Shop.Tests.PriceTests | System.Exception        | not a price | -1"
            })
    void suiteTypeMessageAndDurationComeOutRight(String test, String suite, String type, String message, long millis) {
        TestResult result = result(complete(read(folder, fixture("shop.trx"))), test);

        assertThat(result.test().suite()).isEqualTo(suite);
        assertThat(Objects.requireNonNull(result.failure()).type()).isEqualTo(type);
        assertThat(result.failure().message()).isEqualTo(message);
        assertThat(result.durationMillis()).isEqualTo(millis);
    }

    @Test
    void aTestIsTheSameWhetherItsClassIsDefinedBeforeOrBehindIt() {
        String results = "<Results><UnitTestResult testId='1' testName='%s' outcome='Passed'/></Results>";
        String definitions =
                "<TestDefinitions><UnitTest id='1'><TestMethod className='Shop.CartTests' name='Adds'/></UnitTest></TestDefinitions>";
        Run before = complete(read(folder, RUN.formatted(definitions + results.formatted("Shop.CartTests.Adds"))));
        Run behind = complete(read(folder, RUN.formatted(results.formatted("Adds") + definitions)));
        Run without = complete(read(folder, RUN.formatted(results.formatted("Shop.CartTests.Adds"))));

        assertThat(before.results().get(0).test())
                .isEqualTo(behind.results().get(0).test());
        assertThat(before.results().get(0).test())
                .isEqualTo(without.results().get(0).test());
    }

    @ParameterizedTest
    @CsvSource({
        "Passed, PASSED",
        "PassedButRunAborted, PASSED",
        "Warning, PASSED",
        "Completed, PASSED",
        "Failed, FAILED",
        "NotExecuted, SKIPPED",
        "Inconclusive, SKIPPED",
        "Error, ERRORED",
        "Timeout, ERRORED",
        "Aborted, ERRORED",
        "Disconnected, ERRORED",
        "NotRunnable, ERRORED",
        "Pending, ERRORED",
        "InProgress, ERRORED",
        "'', ERRORED",
        "Splendid, ERRORED"
    })
    void everyOutcomeHasItsStatus(String outcome, Status status) {
        String result = "<Results><UnitTestResult testName='a' outcome='" + outcome + "'/></Results>";

        assertThat(complete(read(folder, RUN.formatted(result)))
                        .results()
                        .get(0)
                        .status())
                .isEqualTo(status);
    }

    @Test
    void aHostThatCrashedIsAnErrorOfARunThatWasCutShort() {
        Run run = incomplete(
                read(
                        folder,
                        RUN.formatted(
                                PASSED
                                        + "<ResultSummary outcome='Failed'><RunInfos><RunInfo outcome='Error'><Text>The active test run was aborted. Reason: Test host process crashed</Text></RunInfo></RunInfos></ResultSummary>")));

        assertThat(run.runErrors())
                .containsExactly("The active test run was aborted. Reason: Test host process crashed");
        assertThat(new RunJudge().judge(run, false, 1).value()).isEqualTo(OutcomeValue.PARTIAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<RunInfo outcome='Warning'><Text>no coverage</Text></RunInfo>",
                "<RunInfo outcome='Error'><Text>[xUnit.net 00:00:01]   Shop.CartTests.Adds [FAIL]</Text></RunInfo>"
            })
    void aWarningOrTheEchoOfAFailedTestIsNoErrorOfTheRun(String info) {
        Run run = complete(read(
                folder,
                RUN.formatted(PASSED + "<ResultSummary outcome='Completed'><RunInfos>" + info
                        + "</RunInfos></ResultSummary>")));

        assertThat(run.runErrors()).isEmpty();
    }

    @Test
    void aCleanupThatFailedLeavesTheRunComplete() {
        Run run = complete(
                read(
                        folder,
                        RUN.formatted(
                                PASSED
                                        + "<ResultSummary outcome='Failed'><RunInfos><RunInfo outcome='Error'><Text>[xUnit.net 00:00:01] [Test Class Cleanup Failure (Shop.CartTests)] System.Exception</Text></RunInfo></RunInfos></ResultSummary>")));

        assertThat(run.runErrors()).hasSize(1);
    }

    @Test
    void aRunThatFailedWithoutAFailingTestSaysSo() {
        assertThat(complete(read(folder, RUN.formatted(PASSED + "<ResultSummary outcome='Failed'/>")))
                        .runErrors())
                .containsExactly("the run ended as Failed, and no test says why");
        assertThat(incomplete(read(folder, RUN.formatted(PASSED + "<ResultSummary outcome='Aborted'/>")))
                        .runErrors())
                .hasSize(1);
    }

    @Test
    void countersCountWhereNoTestIsListed() {
        Run run = complete(
                read(
                        folder,
                        RUN.formatted(
                                "<ResultSummary outcome='Failed'><Counters total='9' executed='7' passed='5' failed='1' timeout='1'/></ResultSummary>")));

        assertThat(run.counts()).isEqualTo(new Counts(9, 5, 1, 1, 2, 0));
        assertThat(run.runErrors()).isEmpty();
    }

    @Test
    void ofADocumentThatIsCutOffTheResultsThatAreCompleteCount() {
        String text = fixture("shop.trx");
        Run run = incomplete(read(folder, text.substring(0, text.indexOf("executionId=\"e7\""))));

        assertThat(run.counts()).isEqualTo(new Counts(5, 2, 1, 1, 1, 0));
    }
}
