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

class MochaTest {
    @TempDir
    private Path folder;

    @Test
    void theListsTogetherGiveEachTestItsVerdict() {
        Run run = complete(read(folder, fixture("javascript/mocha.json")));

        assertThat(run.format()).isEqualTo("mocha");
        assertThat(run.counts()).isEqualTo(new Counts(5, 2, 2, 0, 1, 1));
        assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-03-02T09:30:00.250Z"));
        assertThat(run.endedAt()).isEqualTo(Instant.parse("2026-03-02T09:30:01.750Z"));
        assertThat(result(run, "rounds").flaky()).isTrue();
        assertThat(result(run, "counts").status()).isEqualTo(Status.FAILED);
    }

    @Test
    void aFailureHasTypeMessageDurationAndPlace() {
        Run run = complete(read(folder, fixture("javascript/mocha.json")));

        assertThat(failure(run, "adds up").type()).isEqualTo("AssertionError");
        assertThat(failure(run, "adds up").message()).isEqualTo("expected 6 to equal 7");
        assertThat(failure(run, "adds up").body()).contains("test/cart.spec.js:9:14");
        assertThat(result(run, "adds up").durationMillis()).isEqualTo(12);
        assertThat(result(run, "adds up").test().suite()).isEqualTo("Cart totals");
        assertThat(result(run, "mails").test().file()).isEqualTo("test/order.spec.js");
    }

    @Test
    void aHookThatFailedIsARunError() {
        for (String file : List.of("javascript/mocha.json", "javascript/mochawesome.json")) {
            assertThat(complete(read(folder, fixture(file))).runErrors()).hasSize(1);
        }
        assertThat(complete(read(folder, fixture("javascript/mocha.json"))).runErrors())
                .containsExactly("Order payment \"before each\" hook for \"pays\": Error: connect ECONNREFUSED");
    }

    @Test
    void theOrderOfTheListsDoesNotMatter() {
        Run run = complete(
                read(
                        folder,
                        "{\"failures\": [{\"title\": \"a\", \"fullTitle\": \"a\", \"err\": {\"message\": \"x\"}}], \"passes\": [{\"title\": \"b\", \"fullTitle\": \"b\"}],"
                                + " \"stats\": {\"tests\": 3}, \"tests\": [{\"title\": \"a\", \"fullTitle\": \"a\"}, {\"title\": \"b\", \"fullTitle\": \"b\"}, {\"title\": \"c\", \"fullTitle\": \"c\"}]}"));

        assertThat(run.results())
                .extracting(TestResult::status)
                .containsExactly(Status.FAILED, Status.PASSED, Status.ERRORED);
        assertThat(failure(run, "a").message()).isEqualTo("x");
    }

    @Test
    void ofTwoTestsWithOneNameEachHasItsVerdict() {
        String test = "{\"title\": \"a\", \"fullTitle\": \"a\", \"duration\": 1, \"err\": %s}";
        Run run = complete(read(
                folder,
                "{\"stats\": {}, \"tests\": [" + test.formatted("{}") + ", " + test.formatted("{\"message\": \"x\"}")
                        + "], \"failures\": [" + test.formatted("{\"message\": \"x\"}") + "], \"passes\": ["
                        + test.formatted("{}") + "]}"));

        assertThat(run.results()).extracting(TestResult::status).containsExactly(Status.PASSED, Status.FAILED);
        assertThat(run.signals()).containsExactly(Signal.DUPLICATE_ID);
    }

    @Test
    void theListsUnderVerdictsAreEnough() {
        Run run = complete(
                read(
                        folder,
                        "{\"stats\": {}, \"passes\": [{\"fullTitle\": \"a b\", \"title\": \"b\"}], \"failures\": [{\"fullTitle\": \"a c\", \"title\": \"c\", \"err\": {}}], \"pending\": [{\"title\": \"d\"}]}"));

        assertThat(run.counts()).isEqualTo(new Counts(3, 1, 1, 0, 1, 0));
    }

    @Test
    void aReportThatIsCutOffAmongItsTestsTellsTheirErrors() {
        String whole = fixture("javascript/mocha.json");
        Run run = incomplete(read(folder, whole.substring(0, whole.indexOf("\"pending\": ["))));

        assertThat(run.counts()).isEqualTo(new Counts(5, 2, 2, 0, 1, 1));
    }

    @Test
    void mochawesomeIsCountedByItsTestsNotByItsStats() {
        Run run = complete(read(folder, fixture("javascript/mochawesome.json")));

        assertThat(run.format()).isEqualTo("mochawesome");
        assertThat(run.counts()).isEqualTo(new Counts(4, 1, 1, 0, 2, 0));
        assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-03-02T09:30:00.250Z"));
        assertThat(failure(run, "adds up").type()).isEqualTo("AssertionError");
        assertThat(failure(run, "adds up").message()).isEqualTo("expected 6 to equal 7");
        assertThat(result(run, "adds up").durationMillis()).isEqualTo(12);
        assertThat(result(run, "pays").test().file()).isEqualTo("test/cart.js");
        assertThat(result(run, "pays").test().suite()).isEqualTo("Cart > payment");
    }

    @Test
    void anOldMochawesomeReportHasOneRootSuite() {
        Run run = complete(
                read(
                        folder,
                        "{\"stats\": {\"passes\": 1}, \"suites\": {\"title\": \"\", \"suites\": [{\"title\": \"Cart\", \"tests\": [{\"title\": \"a\", \"pass\": true}, {\"title\": \"b\"}]}]}, \"allTests\": []}"));

        assertThat(run.results()).extracting(TestResult::status).containsExactly(Status.PASSED, Status.ERRORED);
    }

    @Test
    void aRunOfNothingSaysSo() {
        String stats =
                "{\"stats\": {\"suites\": 0, \"tests\": 0, \"passes\": 0, \"failures\": 0, \"testsRegistered\": 0}, ";

        assertThat(complete(read(folder, stats + "\"results\": [false]}")).signals())
                .containsExactly(Signal.NO_RESULTS);
        assertThat(complete(read(folder, stats + "\"tests\": [], \"passes\": []}"))
                        .signals())
                .containsExactly(Signal.NO_RESULTS);
    }

    private static Failure failure(Run run, String name) {
        return Objects.requireNonNull(result(run, name).failure(), name);
    }
}
