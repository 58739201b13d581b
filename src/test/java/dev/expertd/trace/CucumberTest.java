package dev.expertd.trace;

import static dev.expertd.trace.Traces.complete;
import static dev.expertd.trace.Traces.fixture;
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

class CucumberTest {
    @TempDir
    private Path folder;

    private static final String FEATURE = "[{\"uri\": \"a.feature\", \"keyword\": \"Feature\", \"elements\": [%s]}]";

    @Test
    void scenariosAreCountedAndBackgroundsAreNot() {
        Run run = complete(read(folder, fixture("cucumber/cucumber.json")));

        assertThat(run.format()).isEqualTo("cucumber");
        assertThat(run.counts()).isEqualTo(new Counts(6, 1, 2, 2, 1, 0));
        assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-03-02T09:30:00.250Z"));
        assertThat(run.signals()).isEmpty();
    }

    @Test
    void aFailureHasTypeMessageDurationAndPlace() {
        Run run = complete(read(folder, fixture("cucumber/cucumber.json")));

        assertThat(failure(run, "adds up").type()).isEqualTo("java.lang.AssertionError");
        assertThat(failure(run, "adds up").message()).isEqualTo("expected 7 but was 6");
        assertThat(result(run, "adds up").durationMillis()).isEqualTo(7);
        assertThat(result(run, "adds up").test().file()).isEqualTo("features/cart.feature");
        assertThat(result(run, "adds up").test().suite()).isEqualTo("Cart");
    }

    @Test
    void aBackgroundThatFailsFailsTheScenarioThatFollows() {
        Run run = complete(read(folder, fixture("cucumber/cucumber.json")));

        assertThat(result(run, "is empty").status()).isEqualTo(Status.FAILED);
        assertThat(failure(run, "is empty").message()).isEqualTo("no shop");
    }

    @Test
    void theExamplesOfAnOutlineAreToldByTheirOrderNotByTheirLine() {
        Run run = complete(read(folder, fixture("cucumber/cucumber.json")));
        Run moved = complete(read(
                folder,
                fixture("cucumber/cucumber.json")
                        .replace("\"line\": 18", "\"line\": 28")
                        .replace("\"line\": 19", "\"line\": 29")));

        assertThat(moved.results())
                .extracting(TestResult::test)
                .isEqualTo(run.results().stream().map(TestResult::test).toList());
        assertThat(run.results().get(2).test().id())
                .isNotEqualTo(run.results().get(3).test().id());
    }

    @Test
    void aStepWithoutDefinitionIsAnErrorAndTellsItself() {
        Run run = complete(read(folder, fixture("cucumber/cucumber.json")));

        assertThat(Objects.requireNonNull(run.results().get(3).failure()).message())
                .isEqualTo("undefined: Then I owe 2");
        assertThat(failure(run, "mails").message()).isEqualTo("Multiple step definitions match");
    }

    @Test
    void aScenarioRunTwiceIsOneTestAndTheWorseCounts() {
        String scenario =
                "{\"type\": \"scenario\", \"name\": \"a\", \"line\": 3, \"steps\": [{\"result\": {\"status\": \"%s\"}}]}";
        Run run = complete(
                read(folder, FEATURE.formatted(scenario.formatted("passed") + ", " + scenario.formatted("failed"))));

        assertThat(run.signals()).containsExactly(Signal.DUPLICATE_ID);
        assertThat(run.verdicts()).extracting(TestResult::status).containsExactly(Status.FAILED);
    }

    @Test
    void hooksCountLikeSteps() {
        String scenario =
                "{\"type\": \"scenario\", \"name\": \"a\", \"steps\": [{\"result\": {\"status\": \"passed\"}, \"after\": [%s]}], \"after\": [%s]}";
        String failed = "{\"result\": {\"status\": \"failed\", \"error_message\": \"Error: late\"}}";

        for (String hooks : List.of(scenario.formatted(failed, ""), scenario.formatted("", failed))) {
            assertThat(failure(complete(read(folder, FEATURE.formatted(hooks))), "a")
                            .message())
                    .isEqualTo("late");
        }
    }

    @Test
    void aScenarioInWhichNothingRanIsSkipped() {
        Run run = complete(
                read(
                        folder,
                        FEATURE.formatted(
                                "{\"type\": \"scenario\", \"name\": \"a\", \"steps\": [{\"name\": \"b\"}]}, 7, {\"name\": \"c\"}")));

        assertThat(run.counts()).isEqualTo(new Counts(2, 0, 0, 0, 2, 0));
    }

    @Test
    void behaveCountsSecondsAndPrintsLines() {
        Run run = complete(
                read(
                        folder,
                        "[{\"keyword\": \"Feature\", \"name\": \"Cart\", \"location\": \"features/cart.feature:1\", \"status\": \"failed\", \"elements\": [{\"type\": \"scenario\", \"name\": \"a\", \"location\": \"features/cart.feature:3\", \"steps\": ["
                                + "{\"name\": \"b\", \"result\": {\"status\": \"failed\", \"duration\": 0.25, \"error_message\": [\"Traceback (most recent call last):\", \"  File x\", \"KeyError: 'blue'\"]}}]}]}]"));

        assertThat(result(run, "a").durationMillis()).isEqualTo(250);
        assertThat(result(run, "a").test().file()).isEqualTo("features/cart.feature");
        assertThat(failure(run, "a").type()).isEqualTo("KeyError");
    }

    private static Failure failure(Run run, String name) {
        return Objects.requireNonNull(result(run, name).failure(), name);
    }
}
