package dev.expertd.trace;

import static dev.expertd.trace.Traces.complete;
import static dev.expertd.trace.Traces.incomplete;
import static dev.expertd.trace.Traces.read;
import static dev.expertd.trace.Traces.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Counts;
import dev.expertd.model.Failure;
import dev.expertd.model.Run;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BazelEventsTest {
    private static final String STARTED =
            "{\"id\":{\"started\":{}},\"started\":{\"startTimeMillis\":\"1772443800000\"}}\n";

    @TempDir
    private Path folder;

    @Test
    void aTargetIsWhatItsSummarySays() {
        Run run = complete(read(
                folder,
                STARTED + attempt("//shop:cart", 1, "FAILED") + attempt("//shop:cart", 2, "PASSED")
                        + summary("//shop:cart", "FLAKY") + attempt("//shop:mail", 1, "FAILED")
                        + summary("//shop:mail", "FAILED") + summary("//shop:slow", "TIMEOUT")
                        + "{\"id\":{\"testSummary\":{\"label\":\"//shop:never\"}},\"testSummary\":{}}\n"));

        assertThat(run.format()).isEqualTo("bazel-bep");
        assertThat(run.counts()).isEqualTo(new Counts(4, 1, 1, 2, 0, 1));
        assertThat(run.startedAt()).isEqualTo(Instant.ofEpochMilli(1_772_443_800_000L));
        assertThat(result(run, "//shop:mail").failure()).isEqualTo(new Failure("FAILED", "exit 1", ""));
        assertThat(result(run, "//shop:mail").durationMillis()).isEqualTo(41);
    }

    @Test
    void withoutASummaryTheLastAttemptCountsAndTheBuildDidNotEnd() {
        Run run = incomplete(
                read(folder, STARTED + attempt("//shop:cart", 1, "FAILED") + attempt("//shop:cart", 2, "PASSED")));

        assertThat(run.counts()).isEqualTo(new Counts(1, 1, 0, 0, 0, 1));
    }

    @Test
    void aTargetThatDoesNotBuildIsARunErrorOnce() {
        Run run = complete(
                read(
                        folder,
                        STARTED
                                + "{\"id\":{\"targetCompleted\":{\"label\":\"//shop:cart\"}},\"completed\":{\"failureDetail\":{\"message\":\"no total\"}}}\n"
                                + "{\"id\":{\"buildFinished\":{}},\"finished\":{\"exitCode\":{\"name\":\"BUILD_FAILURE\",\"code\":1}}}\n"));

        assertThat(run.runErrors()).containsExactly("//shop:cart: build failed: no total");
    }

    private static String attempt(String label, int attempt, String status) {
        return "{\"id\":{\"testResult\":{\"label\":\"" + label + "\",\"run\":1,\"attempt\":" + attempt + "}},"
                + "\"testResult\":{\"status\":\"" + status + "\",\"statusDetails\":\""
                + (status.equals("FAILED") ? "exit 1" : "") + "\"}}\n";
    }

    private static String summary(String label, String status) {
        return "{\"id\":{\"testSummary\":{\"label\":\"" + label + "\"}},\"testSummary\":{\"overallStatus\":\"" + status
                + "\",\"totalRunDurationMillis\":\"41\"}}\n";
    }
}
