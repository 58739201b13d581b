package dev.expertd.trace;

import static dev.expertd.trace.Traces.complete;
import static dev.expertd.trace.Traces.fixture;
import static dev.expertd.trace.Traces.read;
import static dev.expertd.trace.Traces.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Counts;
import dev.expertd.model.Failure;
import dev.expertd.model.Run;
import dev.expertd.model.Scope;
import dev.expertd.model.Signal;
import dev.expertd.model.Status;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EagleTest {
    @TempDir
    private Path folder;

    @Test
    void theTimestampIsTheRunsEndAndTheCommitIsTheOneNamed() {
        Run run = complete(read(folder, fixture("eagle.json")));

        assertThat(run.format()).isEqualTo("eagle");
        assertThat(run.startedAt()).isNull();
        assertThat(run.endedAt()).isEqualTo(Instant.parse("2026-03-02T09:30:00.250Z"));
        assertThat(run.commit()).isEqualTo("4f1c9a7d2b60e8835c1f0a9d7e6b5c4d3a2f1e0b");
        assertThat(run.scope()).isEqualTo(Scope.COMPLETE);
        assertThat(run.counts()).isEqualTo(new Counts(4, 1, 2, 0, 1, 0));
        assertThat(run.signals()).isEmpty();
    }

    @Test
    void aNumberedTestIsToldByItsTitleAndKeptByItsNumber() {
        Run run = complete(read(folder, fixture("eagle.json")));
        Run renamed = complete(read(folder, fixture("eagle.json").replace("Order is Mailed", "Order is Posted")));

        String id = result(run, "Test 3 (Order is Mailed)").test().id();
        assertThat(result(renamed, "Test 3 (Order is Posted)").test().id()).isEqualTo(id);
    }

    @Test
    void aPassingTestHasTheTitleItHadWhenItFailed() {
        String log = ", \"logs\": [\"\\n====\", \"TEST 3: Order is Mailed\", \"  sending\"]}}}";

        for (String status : List.of("pass", "fail")) {
            Run run = complete(read(folder, "{\"results\": {\"3\": {\"status\": \"" + status + "\"" + log));

            assertThat(result(run, "Test 3 (Order is Mailed)").status().isRed()).isEqualTo(status.equals("fail"));
        }
    }

    @Test
    void aTracebackInALogGivesTypeAndMessage() {
        Failure failure = failure(complete(read(folder, fixture("eagle.json"))), "Test 2 (Order is Priced per Tenant)");

        assertThat(failure.type()).isEqualTo("KeyError");
        assertThat(failure.message()).isEqualTo("'blue'");
        assertThat(failure.body()).contains("orders/pricing.py");
    }

    @Test
    void aRunnersIdIsTakenApartAndALogMayBeOneText() {
        Run run = complete(read(folder, fixture("eagle.json")));

        assertThat(result(run, "test_total[two]").test().file()).isEqualTo("tests/test_cart.py");
        assertThat(result(run, "test_total[two]").test().suite()).isEqualTo("TestCart");
        assertThat(failure(run, "test_total[two]").type()).isEqualTo("AssertionError");
        assertThat(failure(run, "test_total[two]").message()).isEqualTo("assert 5 == 7\n +  where 5 = Cart().total");
    }

    @Test
    void inTheBareMapTheLastVerdictOfTheLogCounts() {
        Run run = complete(read(folder, fixture("eagle-bare.json")));

        assertThat(run.format()).isEqualTo("eagle");
        assertThat(run.results())
                .extracting(result -> result.status())
                .containsExactly(Status.PASSED, Status.FAILED, Status.SKIPPED, Status.ERRORED);
        assertThat(failure(run, "Test 2 (Order is Priced)").message()).isEqualTo("second look");
    }

    @Test
    void aTestIsTheSameInBothShapes() {
        Run bare = complete(read(folder, fixture("eagle-bare.json")));
        Run full = complete(read(folder, fixture("eagle.json")));

        assertThat(result(full, "Test 3 (Order is Mailed)").test())
                .isEqualTo(result(bare, "Test 3 (Order is Mailed)").test());
    }

    @Test
    void aSkipThatHidesAnExceptionIsErrored() {
        Run run = complete(read(folder, fixture("eagle-crashed.json")));

        assertThat(run.results())
                .extracting(result -> result.status())
                .containsExactly(Status.PASSED, Status.ERRORED, Status.ERRORED, Status.SKIPPED);
        assertThat(failure(run, "Test 2 (Order is Priced)").type()).isEqualTo("ConnectionError");
        assertThat(failure(run, "Test 2 (Order is Priced)").message()).isEqualTo("pricing did not answer");
    }

    @Test
    void withAllTestsCountedASkipWithoutReasonIsASkip() {
        Run run = complete(read(folder, "{\"total_tests\":1,\"results\":{\"1\":{\"status\":\"skip\",\"logs\":[]}}}"));

        assertThat(run.counts().skipped()).isEqualTo(1);
    }

    @Test
    void aResultWithoutStatusOrVerdictIsErrored() {
        Run run = complete(read(folder, "{\"results\":{\"a\":{\"logs\":[\"hm\"]},\"b\":{\"status\":\"exploded\"}}}"));

        assertThat(run.counts().errored()).isEqualTo(2);
    }

    @Test
    void aRunOfNothingSaysSo() {
        Run run = complete(
                read(folder, "{\"timestamp\":\"2026-03-02T09:30:00+00:00\",\"total_tests\":0,\"results\":{}}"));

        assertThat(run.signals()).containsExactly(Signal.NO_RESULTS);
    }

    @Test
    void agentTracesAreEvidenceOnly() {
        Run run = complete(read(folder, fixture("eagle-traces.json")));

        assertThat(run.format()).isEqualTo("eagle-traces");
        assertThat(run.signals()).containsExactly(Signal.EVIDENCE_ONLY);
        assertThat(run.counts()).isEqualTo(new Counts(2, 1, 0, 1, 0, 0));
    }

    private static Failure failure(Run run, String name) {
        return Objects.requireNonNull(result(run, name).failure(), name);
    }
}
