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
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JestTest {
    @TempDir
    private Path folder;

    private static final String FILE =
            "{\"numTotalTests\": 1, \"success\": %s, \"testResults\": [{\"name\": \"a.test.js\", \"status\": \"%s\","
                    + " \"assertionResults\": [%s]}]}";

    @Test
    void aReportIsCountedByItsTests() {
        Run run = complete(read(folder, fixture("javascript/jest.json")));

        assertThat(run.format()).isEqualTo("jest");
        assertThat(run.counts()).isEqualTo(new Counts(6, 2, 1, 0, 3, 1));
        assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-03-02T09:30:00.250Z"));
        assertThat(run.endedAt()).isEqualTo(Instant.parse("2026-03-02T09:30:03.500Z"));
    }

    @Test
    void aFailureHasTypeMessageAndDuration() {
        Run run = complete(read(folder, fixture("javascript/jest.json")));

        assertThat(failure(run, "adds up").type()).isEqualTo("TypeError");
        assertThat(failure(run, "adds up").message())
                .isEqualTo("Cannot read properties of undefined (reading 'price')");
        assertThat(failure(run, "adds up").body()).contains("src/cart.ts:14:20");
        assertThat(result(run, "adds up").durationMillis()).isEqualTo(12);
        assertThat(result(run, "adds up").test().suite()).isEqualTo("Cart > totals");
        assertThat(result(run, "is sent").test().file()).isEqualTo("src/mail.test.ts");
        assertThat(result(run, "is sent").test().suite()).isEqualTo("Mail");
    }

    @Test
    void aTestThatPassedOnItsSecondInvocationIsFlaky() {
        Run run = complete(read(folder, fixture("javascript/jest.json")));

        assertThat(result(run, "rounds").flaky()).isTrue();
        assertThat(failure(run, "rounds").message()).startsWith("expect(received).toBe(expected)");
    }

    @Test
    void aFileThatDoesNotLoadIsARunError() {
        Run run = complete(read(folder, fixture("javascript/jest.json")));

        assertThat(run.runErrors())
                .containsExactly("order.test.ts: Cannot find module './stock' from 'src/order.test.ts'");
    }

    @Test
    void aFileThatFailedWithNoTestFailedIsARunErrorToo() {
        String test = "{\"title\": \"a\", \"status\": \"passed\"}";

        assertThat(complete(read(folder, FILE.formatted("false", "failed", test)))
                        .runErrors())
                .containsExactly("a.test.js: failed with no test failed");
    }

    @Test
    void aRunThatFailedWithNoTestFailedSaysSo() {
        String test = "{\"title\": \"a\", \"status\": \"passed\"}";
        String report = FILE.formatted("false", "passed", test);

        assertThat(complete(read(folder, report)).runErrors()).containsExactly("the run failed with no test failed");
        assertThat(complete(read(folder, report.replace("{\"num", "{\"snapshot\": {\"failure\": true}, \"num")))
                        .runErrors())
                .containsExactly("the run failed with no test failed: snapshots are obsolete");
        assertThat(complete(read(folder, FILE.formatted("true", "passed", test)))
                        .runErrors())
                .isEmpty();
    }

    @Test
    void anInterruptedRunIsIncomplete() {
        Run run = incomplete(read(
                folder,
                FILE.formatted("true", "passed", "{\"title\": \"a\", \"status\": \"passed\"}")
                        .replace("{\"num", "{\"wasInterrupted\": true, \"num")));

        assertThat(run.signals()).containsExactly(Signal.INTERRUPTED);
    }

    @Test
    void everyWordForAVerdictIsKnownAndAnyOtherIsAnError() {
        for (String word : List.of("pending", "skipped", "todo", "disabled")) {
            assertThat(status(word)).isEqualTo(Status.SKIPPED);
        }
        assertThat(status("passed")).isEqualTo(Status.PASSED);
        assertThat(status("failed")).isEqualTo(Status.FAILED);
        assertThat(status("exploded")).isEqualTo(Status.ERRORED);
    }

    @Test
    void whatAResultsProcessorGetsIsReadLikewise() {
        Run run = complete(read(
                folder,
                "{\"numTotalTests\": 1, \"numPassedTests\": 1, \"success\": false, \"testResults\": [{\"testFilePath\": \"a.test.js\","
                        + " \"testResults\": [{\"title\": \"a\", \"status\": \"passed\"}]}, {\"testFilePath\": \"b.test.js\","
                        + " \"testResults\": [], \"testExecError\": {\"message\": \"SyntaxError: no\"}}]}"));

        assertThat(run.counts()).isEqualTo(new Counts(1, 1, 0, 0, 0, 0));
        assertThat(run.runErrors()).containsExactly("b.test.js: SyntaxError: no");
    }

    @Test
    void totalsCountWhereNoTestIsListed() {
        Run run = complete(
                read(
                        folder,
                        "{\"numTotalTests\": 5, \"numPassedTests\": 2, \"numFailedTests\": 1, \"numPendingTests\": 1, \"numTodoTests\": 1, \"success\": false, \"testResults\": []}"));

        assertThat(run.counts()).isEqualTo(new Counts(5, 2, 1, 0, 2, 0));
        assertThat(run.runErrors()).isEmpty();
    }

    private Status status(String word) {
        String test = "{\"title\": \"a\", \"status\": \"" + word + "\", \"duration\": []}";
        return result(complete(read(folder, FILE.formatted("true", "passed", test))), "a")
                .status();
    }

    private static Failure failure(Run run, String name) {
        return Objects.requireNonNull(result(run, name).failure(), name);
    }
}
