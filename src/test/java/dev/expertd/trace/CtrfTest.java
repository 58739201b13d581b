package dev.expertd.trace;

import static dev.expertd.trace.Traces.complete;
import static dev.expertd.trace.Traces.fixture;
import static dev.expertd.trace.Traces.read;
import static dev.expertd.trace.Traces.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Counts;
import dev.expertd.model.Failure;
import dev.expertd.model.Run;
import dev.expertd.model.Status;
import dev.expertd.model.TestResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CtrfTest {
    @TempDir
    private Path folder;

    private static final String TEST = "{\"name\": \"a\", \"status\": \"passed\", \"duration\": 1}";

    @Test
    void aReportIsCountedByItsTests() {
        Run run = complete(read(folder, fixture("ctrf/ctrf.json")));

        assertThat(run.format()).isEqualTo("ctrf");
        assertThat(run.counts()).isEqualTo(new Counts(6, 2, 1, 1, 2, 1));
        assertThat(run.commit()).isEqualTo("4f1c9a7d2b60");
    }

    @Test
    void timesInSecondsAreSeen() {
        Run run = complete(read(folder, fixture("ctrf/ctrf.json")));
        Run millis = complete(read(folder, fixture("ctrf/ctrf.json").replace("1772443800,", "1772443800250,")));

        assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-03-02T09:30:00Z"));
        assertThat(run.endedAt()).isEqualTo(Instant.parse("2026-03-02T09:30:01.500Z"));
        assertThat(millis.startedAt()).isEqualTo(Instant.parse("2026-03-02T09:30:00.250Z"));
    }

    @Test
    void aFailureHasTypeMessageDurationAndPlace() {
        Run run = complete(read(folder, fixture("ctrf/ctrf.json")));

        assertThat(failure(run, "adds up").type()).isEqualTo("AssertionError");
        assertThat(failure(run, "adds up").message()).isEqualTo("expected 6 to equal 7");
        assertThat(failure(run, "adds up").body()).contains("src/cart.test.ts:9:14");
        assertThat(result(run, "adds up").durationMillis()).isEqualTo(12);
        assertThat(result(run, "adds up").test().file()).isEqualTo("src/cart.test.ts");
        assertThat(result(run, "adds up").test().suite()).isEqualTo("Cart > totals");
    }

    @Test
    void aFlakyTestTellsWhatItsFirstAttemptSaid() {
        Run run = complete(read(folder, fixture("ctrf/ctrf.json")));

        assertThat(result(run, "rounds").flaky()).isTrue();
        assertThat(failure(run, "rounds").type()).isEqualTo("TimeoutError");
        assertThat(failure(run, "rounds").message()).isEqualTo("too late");
    }

    @Test
    void withoutTheMarkAPassAfterARetryIsFlaky() {
        assertThat(one("\"status\": \"passed\", \"retries\": 1").flaky()).isTrue();
        assertThat(one("\"status\": \"passed\", \"retries\": 1, \"flaky\": false")
                        .flaky())
                .isFalse();
        assertThat(one("\"status\": \"failed\", \"retries\": 1").flaky()).isFalse();
    }

    @Test
    void theRunnersOwnWordTellsWhatIsOther() {
        assertThat(one("\"status\": \"other\", \"rawStatus\": \"todo\"").status())
                .isEqualTo(Status.SKIPPED);
        assertThat(one("\"status\": \"other\"").status()).isEqualTo(Status.ERRORED);
        assertThat(one("\"status\": null").status()).isEqualTo(Status.ERRORED);
    }

    @Test
    void wrappedReportsAreReadAsOneRun() {
        String list = "{\"tests\": [" + TEST + "]}";

        assertThat(complete(read(folder, "[" + list + "]")).counts().passed()).isEqualTo(1);
        assertThat(complete(read(
                                folder,
                                "[{\"results\": " + list + "}, {\"results\": " + list.replace("\"a\"", "\"b\"") + "}]"))
                        .counts()
                        .passed())
                .isEqualTo(2);
    }

    @Test
    void whereNoTestIsListedTheSummaryCounts() {
        Run run = complete(
                read(
                        folder,
                        "{\"results\": {\"tool\": {}, \"summary\": {\"tests\": 9, \"passed\": 4, \"failed\": 2, \"pending\": 1, \"skipped\": 1, \"other\": 1}, \"tests\": []}}"));

        assertThat(run.counts()).isEqualTo(new Counts(9, 4, 2, 1, 2, 0));
    }

    private TestResult one(String fields) {
        return result(complete(read(folder, "{\"results\": {\"tests\": [{\"name\": \"a\", " + fields + "}]}}")), "a");
    }

    private static Failure failure(Run run, String name) {
        return Objects.requireNonNull(result(run, name).failure(), name);
    }
}
