package dev.expertd.learn;

import static dev.expertd.learn.Scene.orders;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.OutcomeValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every row of the outcome table, over a real repository. */
class OutcomeRowsTest {
    @TempDir
    private Path folder;

    private Scene scene;

    @BeforeEach
    void open() throws IOException {
        scene = Scene.in(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private static final String ERROR = "TypeError: unsupported operand type for total of None";

    @Test
    void anUnreadableTraceIsNoRun() {
        scene.trace("not a trace at all").pass();
        assertThat(scene.runs()).isEmpty();
    }

    @Test
    void withoutATestThereIsNoOutcome() {
        scene.trace("{\"run_id\": \"0\", \"timestamp\": \"" + scene.now() + "\", \"total_tests\": 0, \"results\": {}}")
                .pass();
        assertOutcome(OutcomeValue.NONE, "rule 2");
    }

    @Test
    void allSkippedIsPartial() {
        scene.skipped("test_name", "test_total").pass();
        assertOutcome(OutcomeValue.PARTIAL, "rule 3");
    }

    @Test
    void nothingPassedIsFailed() {
        scene.red("test_total", ERROR).pass();
        assertOutcome(OutcomeValue.FAILED, "rule 4");
    }

    @Test
    void aFailingTestThatCameWithTheCommitIsFailed() {
        scene.green("test_a", "test_b", "test_name").pass();
        scene.repo().commit("wip").with("app/orders.py", orders("return 1")).id();
        scene.red("test_total", ERROR).pass();
        assertOutcome(OutcomeValue.FAILED, "rule 5");
    }

    @Test
    void aRegressionBesidePassingTestsIsPartial() {
        scene.green("test_name", "test_total").pass();
        scene.repo().commit("wip").with("app/orders.py", orders("return 1")).id();
        scene.red("test_total", ERROR).pass();
        assertOutcome(OutcomeValue.PARTIAL, "rule 6");
        assertThat(delta()).isEqualTo("1 new");
        scene.run().pass();
        assertOutcome(OutcomeValue.PARTIAL, "rule 6");
        assertThat(delta()).isEqualTo("1 still");
    }

    @Test
    void aCleanRunThatWasCutOffIsPartial() {
        scene.trace(
                        "{\"run_id\": \"0\", \"timestamp\": \"" + scene.now()
                                + "\", \"total_tests\": 2, \"results\": {\"test_a\": {\"status\": \"pass\", \"logs\": []}, \"te")
                .pass();
        assertOutcome(OutcomeValue.PARTIAL, "rule 7");
    }

    @Test
    void allPassedIsSuccess() {
        scene.green("test_name", "test_total").pass();
        assertOutcome(OutcomeValue.SUCCESS, "rule 8");
        assertThat(delta()).isEmpty();
    }

    private String delta() {
        return scene.journal()
                .verdicts()
                .delta(scene.repository(), List.of(scene.lastRun().id()))
                .words();
    }

    private void assertOutcome(OutcomeValue value, String rule) {
        assertThat(scene.lastRun().outcome().value()).isEqualTo(value);
        assertThat(scene.lastRun().outcome().rule()).startsWith(rule);
    }
}
