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
import dev.expertd.model.Scope;
import dev.expertd.model.Signal;
import dev.expertd.model.Status;
import dev.expertd.model.TestResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaywrightTest {
    @TempDir
    private Path folder;

    private static final String ONE =
            "{\"suites\": [{\"title\": \"a.spec.ts\", \"file\": \"a.spec.ts\", \"specs\": [{\"title\": \"a\", \"tests\": [%s]}]}]}";

    @Test
    void aReportIsCountedByItsTestsNotByItsAttempts() {
        Run run = complete(read(folder, fixture("javascript/playwright.json")));

        assertThat(run.format()).isEqualTo("playwright");
        assertThat(run.counts()).isEqualTo(new Counts(7, 2, 2, 1, 2, 1));
        assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-03-02T09:30:00.500Z"));
        assertThat(run.endedAt()).isEqualTo(Instant.parse("2026-03-02T09:30:09.501Z"));
        assertThat(run.commit()).isEqualTo("4f1c9a7d2b60e8835c1f0a9d7e6b5c4d3a2f1e0b");
        assertThat(run.runErrors()).containsExactly("Error: no tests in e2e/empty.spec.ts");
    }

    @Test
    void aFailureHasTypeMessageDurationAndPlace() {
        Run run = complete(read(folder, fixture("javascript/playwright.json")));
        Failure failure = failure(run, "adds up [chromium]");

        assertThat(failure.type()).isEqualTo("Error");
        assertThat(failure.message()).isEqualTo("expect(received).toBe\n\nExpected: 7\nReceived: 6");
        assertThat(failure.body()).contains("cart.spec.ts:10:26");
        assertThat(result(run, "adds up [chromium]").durationMillis()).isEqualTo(35);
        assertThat(result(run, "adds up [chromium]").test().file()).isEqualTo("e2e/cart.spec.ts");
        assertThat(result(run, "adds up [chromium]").test().suite()).isEqualTo("totals");
        assertThat(result(run, "opens [firefox]").test().suite()).isEmpty();
    }

    @Test
    void aFlakyTestTellsItsFirstFailure() {
        Run run = complete(read(folder, fixture("javascript/playwright.json")));

        assertThat(result(run, "adds up [firefox]").flaky()).isTrue();
        assertThat(result(run, "adds up [firefox]").durationMillis()).isEqualTo(90);
        assertThat(failure(run, "adds up [firefox]").message()).isEqualTo("Test timeout of 5000ms exceeded.");
    }

    @Test
    void aTestThatShouldFailPassesWhenItDoesAndFailsWhenItDoesNot() {
        Run run = complete(read(folder, fixture("javascript/playwright.json")));

        assertThat(result(run, "is known to be wrong [chromium]").status()).isEqualTo(Status.PASSED);
        assertThat(failure(run, "is known to be wrong [firefox]").message()).isEqualTo("Expected to fail, but passed.");
    }

    @Test
    void aTimeoutIsAnError() {
        Run run = complete(read(folder, fixture("javascript/playwright.json")));

        assertThat(result(run, "pays [chromium]").status()).isEqualTo(Status.ERRORED);
        assertThat(failure(run, "pays [chromium]").message()).isEqualTo("'slow'");
    }

    @Test
    void anInterruptedTestIsAnErrorAndTheRunIncomplete() {
        Run run = incomplete(
                read(folder, ONE.formatted("{\"status\": \"skipped\", \"results\": [{\"status\": \"interrupted\"}]}")));

        assertThat(result(run, "a").status()).isEqualTo(Status.ERRORED);
        assertThat(run.scope()).isEqualTo(Scope.INCOMPLETE);
    }

    @Test
    void withoutAnOutcomeTheAttemptsDecide() {
        assertThat(one("{\"results\": [{\"status\": \"failed\"}, {\"status\": \"passed\"}]}")
                        .flaky())
                .isTrue();
        assertThat(one("{\"results\": [{\"status\": \"failed\"}]}").status()).isEqualTo(Status.FAILED);
        assertThat(one("{\"results\": [{\"status\": \"skipped\"}]}").status()).isEqualTo(Status.SKIPPED);
        assertThat(one("{\"results\": [7, {}]}").status()).isEqualTo(Status.ERRORED);
        assertThat(one("{}").status()).isEqualTo(Status.ERRORED);
    }

    @Test
    void aRunThatWasStoppedIsIncomplete() {
        Run run = incomplete(
                read(
                        folder,
                        "{\"config\": {}, \"suites\": [], \"errors\": [{\"message\": \"Timed out waiting 60s for the test suite to run\"}]}"));

        assertThat(run.runErrors()).hasSize(1);
    }

    @Test
    void theOrderOfKeysDoesNotMatter() {
        Run run = complete(
                read(
                        folder,
                        "{\"suites\": [{\"specs\": [{\"tests\": [{\"status\": \"expected\", \"results\": [{\"status\": \"passed\"}]}], \"title\": \"a\"}],"
                                + " \"suites\": [{\"specs\": [{\"tests\": [{\"status\": \"expected\"}], \"title\": \"b\"}], \"title\": \"group\"}],"
                                + " \"title\": \"a.spec.ts\", \"file\": \"a.spec.ts\"}], \"config\": {\"rootDir\": \"/w/e2e\", \"configFile\": \"/w/c.ts\"}}"));

        assertThat(result(run, "b").test().suite()).isEqualTo("group");
        assertThat(result(run, "a").test().file()).isEqualTo("e2e/a.spec.ts");
    }

    @Test
    void suitesNestedTooDeepArePassedOver() {
        String deep = "{\"suites\": [".repeat(4_000) + "]}".repeat(4_000);

        assertThat(read(folder, "{\"config\": {}, \"suites\": [" + deep + "]}"))
                .isEqualTo(new TraceReading.Unreadable("its suites are nested too deep"));
    }

    @Test
    void theMemoryOfTheLastRunIsEvidenceOnly() {
        Run run = complete(read(folder, "{\"status\": \"failed\", \"failedTests\": [\"d748ac400d08b85935ef\"]}"));

        assertThat(run.format()).isEqualTo("playwright-lastrun");
        assertThat(run.counts()).isEqualTo(Counts.NONE);
        assertThat(run.signals()).contains(Signal.EVIDENCE_ONLY);
    }

    private TestResult one(String test) {
        return result(complete(read(folder, ONE.formatted(test))), "a");
    }

    private static Failure failure(Run run, String name) {
        return Objects.requireNonNull(result(run, name).failure(), name);
    }
}
