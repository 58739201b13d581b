package dev.expertd.trace;

import static dev.expertd.trace.Traces.complete;
import static dev.expertd.trace.Traces.fixture;
import static dev.expertd.trace.Traces.incomplete;
import static dev.expertd.trace.Traces.read;
import static dev.expertd.trace.Traces.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Counts;
import dev.expertd.model.Failure;
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

/** What agents and their observers write is evidence: it is read and counted, and nothing follows from it. */
class AgentTracesTest {
    @TempDir
    private Path folder;

    @Test
    void anObservationOfLangfuseThatStandsTwiceIsOneStep() {
        Run run = complete(read(folder, fixture("langfuse.json")));

        assertThat(run.format()).isEqualTo("langfuse");
        assertThat(run.counts()).isEqualTo(new Counts(3, 2, 1, 0, 0, 0));
        assertThat(run.signals()).containsExactly(Signal.EVIDENCE_ONLY);
        assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-01-05T10:00:00Z"));
        assertThat(run.endedAt()).isEqualTo(Instant.parse("2026-01-05T10:00:04.500Z"));
    }

    @Test
    void anErrorOfLangfuseHasItsStatusMessageAndAnObservationWithoutAnEndItsLatency() {
        Run run = complete(read(folder, fixture("langfuse.json")));

        TestResult tool = result(run, "find_order");
        assertThat(tool.status()).isEqualTo(Status.FAILED);
        assertThat(tool.durationMillis()).isEqualTo(40);
        assertThat(tool.test().suite()).isEqualTo("TOOL");
        assertThat(failure(tool).type()).isEqualTo("TimeoutError");
        assertThat(failure(tool).message()).isEqualTo("the order service did not answer");
        assertThat(run.results().get(2).status()).isEqualTo(Status.PASSED);
        assertThat(run.results().get(2).durationMillis()).isEqualTo(1250);
    }

    @Test
    void langfuseMayGiveTheTraceItselfOrAListOfObservations() {
        String one = "{\"id\":\"o\",\"trace_id\":\"t\",\"type\":\"EVENT\",\"name\":\"n\",\"level\":\"DEFAULT\"}";
        List<String> shapes = List.of(
                "{\"id\":\"t\",\"timestamp\":\"2026-01-05T10:00:00Z\",\"observations\":[" + one + "]}",
                "{\"data\":[" + one + "],\"meta\":{}}",
                "[" + one + "," + one + "]");

        assertThat(shapes).allSatisfy(shape -> {
            Run run = complete(read(folder, shape));
            assertThat(run.format()).isEqualTo("langfuse");
            assertThat(run.counts()).isEqualTo(new Counts(1, 1, 0, 0, 0, 0));
        });
    }

    @Test
    void whatLangSmithPostsAndPatchesIsPutTogetherAlsoIfThePatchLacksItsId() {
        Run run = complete(read(folder, fixture("langsmith.json")));

        assertThat(run.format()).isEqualTo("langsmith");
        assertThat(run.counts()).isEqualTo(new Counts(3, 1, 1, 1, 0, 0));
        assertThat(run.signals()).containsExactly(Signal.EVIDENCE_ONLY);
        assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-01-05T10:00:00Z"));
        assertThat(run.endedAt()).isEqualTo(Instant.parse("2026-01-05T10:00:04.500Z"));
        TestResult tool = result(run, "find_order");
        assertThat(tool.durationMillis()).isEqualTo(750);
        assertThat(failure(tool).type()).isEqualTo("KeyError");
        assertThat(failure(tool).message()).isEqualTo("'A-17'");
        assertThat(result(run, "assistant").durationMillis()).isEqualTo(4500);
    }

    @Test
    void aRunOfLangSmithThatNeverEndedIsErrored() {
        Run run = complete(read(folder, fixture("langsmith.json")));

        assertThat(result(run, "ship_order").status()).isEqualTo(Status.ERRORED);
    }

    @Test
    void exportedRunsOfLangSmithMayStandInAListOneALineOrInsideEachOther() {
        String child =
                "{\"id\":\"b\",\"name\":\"b\",\"run_type\":\"tool\",\"start_time\":1,\"error\":\"boom\",\"end_time\":2}";
        String parent = "{\"id\":\"a\",\"name\":\"a\",\"run_type\":\"chain\",\"start_time\":1,\"end_time\":3%s}";
        List<String> shapes = List.of(
                "[" + parent.formatted("") + "," + child + "]",
                "{\"runs\":[" + parent.formatted("") + "," + child + "],\"cursors\":{}}",
                parent.formatted("") + "\n" + child + "\n",
                parent.formatted(",\"child_runs\":[" + child + "]"));

        assertThat(shapes).allSatisfy(shape -> {
            Run run = complete(read(folder, shape));
            assertThat(run.format()).isEqualTo("langsmith");
            assertThat(run.counts()).isEqualTo(new Counts(2, 1, 1, 0, 0, 0));
            assertThat(failure(result(run, "b")).message()).isEqualTo("boom");
        });
    }

    @Test
    void aTruncatedTraceKeepsWhatWasComplete() {
        String langsmith = fixture("langsmith.json");
        String langfuse = fixture("langfuse.json");

        Run sent = incomplete(read(folder, langsmith.substring(0, langsmith.indexOf("\"patch\""))));
        Run seen = incomplete(read(folder, langfuse.substring(0, langfuse.indexOf("o-3"))));

        assertThat(sent.counts()).isEqualTo(new Counts(3, 0, 0, 3, 0, 0));
        assertThat(seen.counts()).isEqualTo(new Counts(2, 1, 1, 0, 0, 0));
        assertThat(seen.signals()).contains(Signal.EVIDENCE_ONLY);
    }

    @Test
    void valuesOfTheWrongKindCountAsAbsent() {
        Run run = complete(
                read(
                        folder,
                        "[{\"id\":7,\"name\":[],\"run_type\":\"llm\",\"start_time\":{},\"end_time\":\"late\",\"error\":{}},"
                                + "null,\"x\",{\"id\":null},{\"id\":\"z\",\"run_type\":\"llm\",\"start_time\":\"\",\"id\":\"z\"}]"));

        assertThat(run.counts()).isEqualTo(new Counts(2, 0, 0, 2, 0, 0));
    }

    @Test
    void aTrajectoryOfSweAgentSaysNothingThatCounts() {
        List<String> shapes = List.of(
                fixture("swe-agent.json"),
                "{\"history\":[{\"role\":\"user\",\"content\":\"mend it\",\"agent\":\"main\",\"message_type\":\"observation\"}]}",
                "{\"trajectory\":[],\"history\":[],\"info\":{}}",
                "{\"info\":{\"exit_status\":\"Submitted\"},\"messages\":[],\"trajectory_format\":\"mini-swe-agent-1\"}",
                "{\"attempts\":[{\"trajectory\":[{\"action\":\"ls\",\"observation\":\"\"}],\"info\":{}}],\"info\":{}}");

        assertThat(shapes).allSatisfy(shape -> {
            Run run = complete(read(folder, shape));
            assertThat(run.format()).isEqualTo("swe-agent");
            assertThat(run.counts()).isEqualTo(Counts.NONE);
            assertThat(run.signals()).contains(Signal.EVIDENCE_ONLY);
        });
    }

    @Test
    void eventsOfAnAgentTellOnlyWhenItWorked() {
        Run run = complete(read(folder, fixture("agent-events.json")));

        assertThat(run.format()).isEqualTo("agent-events");
        assertThat(run.counts()).isEqualTo(Counts.NONE);
        assertThat(run.signals()).contains(Signal.EVIDENCE_ONLY);
        assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-01-05T10:00:00.500Z"));
        assertThat(run.endedAt()).isEqualTo(Instant.parse("2026-01-05T10:00:03Z"));
    }

    private static Failure failure(TestResult result) {
        return Objects.requireNonNull(result.failure());
    }
}
