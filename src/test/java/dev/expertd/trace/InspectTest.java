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
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectTest {
    private static final String HEAD = "{\"status\":\"%s\",\"eval\":{\"task\":\"refunds\",\"model\":\"m\"}%s}";

    @TempDir
    private Path folder;

    @Test
    void everySampleOfEveryEpochIsATest() {
        Run run = complete(read(folder, fixture("inspect.json")));

        assertThat(run.format()).isEqualTo("inspect");
        assertThat(run.counts()).isEqualTo(new Counts(6, 3, 2, 1, 0, 1));
        assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-01-05T10:00:01Z"));
        assertThat(run.endedAt()).isEqualTo(Instant.parse("2026-01-05T10:01:00Z"));
        assertThat(run.commit()).isEqualTo("1a2b3c4d");
        assertThat(run.signals()).isEmpty();
        assertThat(result(run, "late-parcel").test().suite()).isEqualTo("refunds");
        assertThat(result(run, "late-parcel").test().file()).isEqualTo("evals/refunds.py");
        assertThat(result(run, "late-parcel").durationMillis()).isEqualTo(1250);
    }

    @Test
    void aWrongAnswerIsToldWithWhatWasExpected() {
        TestResult wrong = result(complete(read(folder, fixture("inspect.json"))), "late-parcel (epoch 2)");

        assertThat(wrong.status()).isEqualTo(Status.FAILED);
        assertThat(wrong.durationMillis()).isEqualTo(2500);
        assertThat(failure(wrong).message()).isEqualTo("match: I, expected \"refund\", answered \"no refund\"");
        assertThat(failure(wrong).body()).isEqualTo("The parcel was late.");
    }

    @Test
    void aSampleThatBrokeIsErroredAndOneThatBrokeAndThenPassedIsFlaky() {
        Run run = complete(read(folder, fixture("inspect.json")));

        assertThat(result(run, "9").status()).isEqualTo(Status.ERRORED);
        assertThat(failure(result(run, "9")).type()).isEqualTo("ConnectionError");
        assertThat(failure(result(run, "9")).message()).isEqualTo("model is down");
        assertThat(result(run, "10").flaky()).isTrue();
        assertThat(failure(result(run, "10")).type()).isEqualTo("TimeoutError");
    }

    @Test
    void everyKindOfScoreIsCorrectOrNotOrNoScoreAtAll() {
        Map<String, Status> scores = Map.ofEntries(
                Map.entry("\"C\"", Status.PASSED),
                Map.entry("1", Status.PASSED),
                Map.entry("1.0", Status.PASSED),
                Map.entry("\"1.0\"", Status.PASSED),
                Map.entry("true", Status.PASSED),
                Map.entry("{\"a\":1,\"b\":\"C\"}", Status.PASSED),
                Map.entry("\"I\"", Status.FAILED),
                Map.entry("\"P\"", Status.FAILED),
                Map.entry("\"N\"", Status.FAILED),
                Map.entry("0", Status.FAILED),
                Map.entry("0.99", Status.FAILED),
                Map.entry("false", Status.FAILED),
                Map.entry("[1,0]", Status.FAILED),
                Map.entry("NaN", Status.ERRORED),
                Map.entry("null", Status.ERRORED),
                Map.entry("[]", Status.ERRORED));

        assertThat(scores).allSatisfy((score, status) -> {
            String samples = ",\"samples\":[{\"id\":1,\"epoch\":1,\"scores\":{\"s\":{\"value\":" + score + "}}}]";
            Run run = complete(read(folder, HEAD.formatted("success", samples)));
            assertThat(result(run, "1").status()).isEqualTo(status);
        });
    }

    @Test
    void aCancelledEvaluationIsIncompleteHoweverManyScoresItHas() {
        String samples = ",\"samples\":[{\"id\":1,\"epoch\":1,\"scores\":{\"s\":{\"value\":\"C\"}}}]";

        for (String status : new String[] {"cancelled", "started"}) {
            Run run = incomplete(read(folder, HEAD.formatted(status, samples)));

            assertThat(run.counts().passed()).isEqualTo(1);
            assertThat(run.signals()).containsExactly(Signal.INTERRUPTED);
            assertThat(new RunJudge().judge(run, false, 1).value()).isEqualTo(OutcomeValue.PARTIAL);
        }
    }

    @Test
    void anEvaluationThatBrokeTellsItsError() {
        Run run = incomplete(read(
                folder, HEAD.formatted("error", ",\"error\":{\"message\":\"no such model\",\"traceback\":\"...\"}")));

        assertThat(run.runErrors()).containsExactly("no such model");
        assertThat(new RunJudge().judge(run, false, 1).value()).isEqualTo(OutcomeValue.FAILED);
    }

    @Test
    void withoutSamplesTheReductionsCountAndElseTheAccuracy() {
        String results =
                ",\"results\":{\"total_samples\":5,\"completed_samples\":4,\"scores\":[{\"name\":\"s\",\"metrics\":{\"accuracy\":{\"value\":0.75}}}]}";
        String reductions =
                ",\"reductions\":[{\"scorer\":\"s\",\"samples\":[{\"sample_id\":1,\"value\":1.0},{\"sample_id\":\"b\",\"value\":0.5}]}]";

        Run stated = complete(read(folder, HEAD.formatted("success", results)));
        Run reduced = complete(read(folder, HEAD.formatted("success", results + reductions)));

        assertThat(stated.counts()).isEqualTo(new Counts(5, 3, 1, 1, 0, 0));
        assertThat(stated.results()).isEmpty();
        assertThat(reduced.counts()).isEqualTo(new Counts(2, 1, 1, 0, 0, 0));
    }

    @Test
    void withoutAMetricThatCountsCorrectSamplesNothingIsJudged() {
        String results =
                ",\"results\":{\"total_samples\":5,\"completed_samples\":5,\"scores\":[{\"metrics\":{\"perplexity\":{\"value\":12.5}}}]}";

        Run run = complete(read(folder, HEAD.formatted("success", results)));

        assertThat(run.signals()).contains(Signal.EVIDENCE_ONLY);
    }

    @Test
    void aLogThatBreaksOffKeepsItsSamplesAndTheNameOfTheirTask() {
        String whole = fixture("inspect.json");

        Run run = incomplete(read(folder, whole.substring(0, whole.indexOf("\"id\": 8"))));

        assertThat(run.counts()).isEqualTo(new Counts(3, 2, 1, 0, 0, 0));
        assertThat(result(run, "7").test().suite()).isEqualTo("refunds");
    }

    @Test
    void aLogThatLacksSamplesIsIncompleteAndADirtyTreeNamesNoCommit() {
        String log = fixture("inspect.json")
                .replace("\"total_samples\": 6", "\"total_samples\": 60")
                .replace("\"commit\": \"1a2b3c4d\"", "\"commit\": \"1a2b3c4d\", \"dirty\": true");

        Run run = incomplete(read(folder, log));

        assertThat(run.commit()).isNull();
    }

    private static Failure failure(TestResult result) {
        return Objects.requireNonNull(result.failure());
    }
}
