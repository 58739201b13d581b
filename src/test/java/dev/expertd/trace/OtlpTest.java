package dev.expertd.trace;

import static dev.expertd.trace.Traces.complete;
import static dev.expertd.trace.Traces.fixture;
import static dev.expertd.trace.Traces.incomplete;
import static dev.expertd.trace.Traces.read;
import static dev.expertd.trace.Traces.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.judge.RunJudge;
import dev.expertd.model.Counts;
import dev.expertd.model.Failure;
import dev.expertd.model.OutcomeValue;
import dev.expertd.model.Run;
import dev.expertd.model.Signal;
import dev.expertd.model.Status;
import dev.expertd.model.TestResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtlpTest {
    private static final String DOCUMENT = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[%s]}]}]}";

    @TempDir
    private Path folder;

    @Test
    void onlySpansThatAreMarkedAsTestsCountWhereThereAreSome() {
        Run run = complete(read(folder, fixture("otlp-tests.json")));

        assertThat(run.format()).isEqualTo("otlp");
        assertThat(run.counts()).isEqualTo(new Counts(2, 1, 1, 0, 0, 0));
        assertThat(run.signals()).isEmpty();
        assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(run.endedAt()).isEqualTo(Instant.parse("2026-01-01T00:00:01.500Z"));
        assertThat(run.commit()).isEqualTo("9d1e2c3b4a5f60718293a4b5c6d7e8f901234567");
        assertThat(result(run, "cart adds up").test().suite()).isEqualTo("Cart");
        assertThat(result(run, "cart adds up").test().file()).isEqualTo("tests/cart.py");
        assertThat(result(run, "cart adds up").durationMillis()).isEqualTo(250);
    }

    @Test
    void theRecordedExceptionIsTheFailure() {
        TestResult red = result(complete(read(folder, fixture("otlp-tests.json"))), "cart takes vouchers");

        assertThat(red.durationMillis()).isEqualTo(1250);
        assertThat(failure(red).type()).isEqualTo("ValueError");
        assertThat(failure(red).message()).isEqualTo("voucher SPRING is unknown");
        assertThat(failure(red).body()).contains("shop/cart.py");
    }

    @Test
    void testsOfRobotFrameworkStandInTheirSuitesWhateverStandsBetweenTheLines() {
        Run run = complete(read(folder, fixture("otlp-robot.jsonl")));

        assertThat(run.format()).isEqualTo("otlp");
        assertThat(run.counts()).isEqualTo(new Counts(2, 0, 1, 0, 1, 0));
        assertThat(result(run, "Pay By Card").test().suite()).isEqualTo("Shop.Checkout");
        assertThat(failure(result(run, "Pay By Card")).message()).isEqualTo("Button 'Pay' not found");
        assertThat(result(run, "Pay By Card").durationMillis()).isEqualTo(2000);
        assertThat(run.runErrors()).isEmpty();
    }

    @Test
    void aSuiteThatFailedWithoutATestIsAnErrorOfTheRun() {
        Run run = complete(read(
                folder,
                DOCUMENT.formatted(span("1", "", 2, "rf.suite.name", "Shop", "rf.status", "FAIL") + ","
                        + span("2", "1", 1, "rf.test.name", "Pays", "rf.status", "PASS"))));

        assertThat(run.runErrors()).containsExactly("the suite Shop failed, although no test did");
    }

    @Test
    void aSuiteThatWasAbortedLeavesTheRunIncomplete() {
        Run run = incomplete(read(
                folder,
                DOCUMENT.formatted(span("1", "", 0, "test.suite.name", "Shop", "test.suite.run.status", "aborted") + ","
                        + span("2", "1", 0, "test.case.name", "pays", "test.case.result.status", "pass"))));

        assertThat(run.counts()).isEqualTo(new Counts(1, 1, 0, 0, 0, 0));
    }

    @Test
    void otherConventionsMarkTestsToo() {
        Run run = complete(read(
                folder,
                DOCUMENT.formatted(String.join(
                        ",",
                        span("1", "", 0, "tests.name", "test_a", "tests.status", "failed", "tests.message", "boom"),
                        span("2", "", 0, "tests.case.status", "skipped", "code.function", "b"),
                        span("3", "", 0, "test.name", "c", "test.status", "pass"),
                        span("4", "", 2, "pytest.nodeid", "t/test_x.py::test_d", "pytest.span_type", "test"),
                        span("5", "", 0, "pytest.nodeid", "t/test_x.py::test_e", "pytest.span_type", "test"),
                        span("6", "", 0, "rf.test.name", "f", "rf.signal", "test.starting"),
                        span("7", "", 0, "test.case.name", "g")))));

        assertThat(run.counts()).isEqualTo(new Counts(6, 1, 2, 1, 2, 0));
        assertThat(failure(result(run, "test_a")).message()).isEqualTo("boom");
        assertThat(result(run, "test_d").test().file()).isEqualTo("t/test_x.py");
        assertThat(result(run, "g").status()).isEqualTo(Status.ERRORED);
    }

    @Test
    void withoutTestsEverySpanIsEvidenceAndItsErrorNoFailedTest() {
        Run run = complete(
                read(folder, DOCUMENT.formatted(span("1", "", 0) + "," + span("2", "1", 2) + "," + span("3", "1", 2))));

        assertThat(run.counts()).isEqualTo(new Counts(3, 1, 2, 0, 0, 0));
        assertThat(run.signals()).containsExactly(Signal.EVIDENCE_ONLY);
    }

    @Test
    void aRootThatSaysHowItEndedGivesAnOutcomeUnlessAStepSpeaksAgainstIt() {
        String root = span("1", "0000000000000000", 1) + ",";

        Run good = complete(read(folder, DOCUMENT.formatted(root + span("2", "1", 0))));
        Run mixed = complete(read(folder, DOCUMENT.formatted(root + span("2", "1", 2))));
        Run bad = complete(read(folder, DOCUMENT.formatted(span("1", "", 2) + "," + span("2", "1", 2))));

        assertThat(new RunJudge().judge(good, false, 1).value()).isEqualTo(OutcomeValue.SUCCESS);
        assertThat(new RunJudge().judge(mixed, false, 1).value()).isEqualTo(OutcomeValue.NONE);
        assertThat(new RunJudge().judge(bad, false, 1).value()).isEqualTo(OutcomeValue.FAILED);
    }

    @Test
    void documentsMayFollowEachOtherAndOldOnesNameTheirScopesOtherwise() {
        String test = span("2", "", 1, "test.case.name", "pays", "test.case.result.status", "pass");
        String old = "{\n\"resourceSpans\":[{\"instrumentationLibrarySpans\":[{\"spans\":[" + test + "]}]}]\n}";
        List<String> shapes = List.of(
                old,
                "[" + old + "]",
                "{\"batches\":[{\"scopeSpans\":[{\"spans\":[" + test + "]}]}]}",
                "{\"trace\":" + DOCUMENT.formatted(test) + "}",
                "{\"resourceSpans\":[]}\n" + old);

        assertThat(shapes).allSatisfy(shape -> {
            Run run = complete(read(folder, shape));
            assertThat(run.format()).isEqualTo("otlp");
            assertThat(run.counts()).isEqualTo(new Counts(1, 1, 0, 0, 0, 0));
        });
    }

    @Test
    void aDocumentThatBreaksOffKeepsItsSpans() {
        String whole = fixture("otlp-tests.json");

        Run run = incomplete(read(folder, whole.substring(0, whole.indexOf("POST /cart"))));

        assertThat(run.counts()).isEqualTo(new Counts(2, 1, 1, 0, 0, 0));
    }

    @Test
    void valuesOfTheWrongKindCountAsAbsent() {
        Run run = complete(read(
                folder,
                DOCUMENT.formatted(
                        "null,7,{\"name\":[],\"status\":\"OK\",\"attributes\":{},\"events\":[null,{\"name\":3}],"
                                + "\"startTimeUnixNano\":\"soon\",\"endTimeUnixNano\":99999999999999999999}")));

        assertThat(run.counts()).isEqualTo(new Counts(1, 1, 0, 0, 0, 0));
        assertThat(run.results().get(0).durationMillis()).isEqualTo(-1);
    }

    private static String span(String id, String parent, int code, String... attributes) {
        StringBuilder pairs = new StringBuilder();
        for (int i = 0; i < attributes.length; i += 2) {
            pairs.append(i == 0 ? "" : ",")
                    .append("{\"key\":\"%s\",\"value\":{\"stringValue\":\"%s\"}}"
                            .formatted(attributes[i], attributes[i + 1]));
        }
        return "{\"spanId\":\"%s\",\"parentSpanId\":\"%s\",\"name\":\"span %s\",\"attributes\":[%s],\"status\":{\"code\":%d}}"
                .formatted(id, parent, id, pairs, code);
    }

    private static Failure failure(TestResult result) {
        return Objects.requireNonNull(result.failure());
    }
}
