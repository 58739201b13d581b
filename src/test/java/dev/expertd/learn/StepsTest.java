package dev.expertd.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Condition;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every row of the condition table, over a real repository. */
class StepsTest {
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
    void aTestThatNobodySawBeforeIsNew() {
        scene.green("test_total").pass();
        assertThat(scene.condition("test_total")).isEqualTo(Condition.NEW);
    }

    @Test
    void aTestThatFailsWhenFirstSeenIsNewFailing() {
        scene.green("test_name").red("test_total", ERROR).pass();
        assertThat(scene.condition("test_total")).isEqualTo(Condition.NEW_FAILING);
    }

    @Test
    void greenStaysPassed() {
        scene.green("test_total").pass();
        change("a = 1\n");
        scene.run().pass();
        assertThat(scene.condition("test_total")).isEqualTo(Condition.PASSED);
    }

    @Test
    void greenToRedIsARegression() {
        scene.green("test_name", "test_total").pass();
        change("a = 1\n");
        scene.red("test_total", ERROR).pass();
        assertThat(scene.condition("test_total")).isEqualTo(Condition.REGRESSION);
        assertThat(scene.condition("test_name")).isEqualTo(Condition.PASSED);
    }

    @Test
    void redToGreenIsFixed() {
        scene.green("test_name").red("test_total", ERROR).pass();
        change("a = 1\n");
        scene.green("test_total").pass();
        assertThat(scene.condition("test_total")).isEqualTo(Condition.FIXED);
    }

    @Test
    void redWithTheSameFailureIsStill() {
        scene.green("test_name").red("test_total", ERROR).pass();
        change("a = 1\n");
        scene.run().pass();
        assertThat(scene.condition("test_total")).isEqualTo(Condition.STILL);
    }

    @Test
    void redWithAnotherFailureIsChanged() {
        scene.green("test_name").red("test_total", ERROR).pass();
        change("a = 1\n");
        scene.red("test_total", "KeyError: 'fee'").pass();
        assertThat(scene.condition("test_total")).isEqualTo(Condition.CHANGED);
    }

    @Test
    void redToSkippedIsMutedAndTheNextGreenIsStillMeasuredByTheRed() {
        many();
        scene.red("test_total", ERROR).pass();
        change("a = 1\n");
        scene.skipped("test_total").pass();
        assertThat(scene.condition("test_total")).isEqualTo(Condition.MUTED);
        assertThat(scene.issues()).singleElement().asString().startsWith("MUTED 1 test: ");

        change("a = 2\n");
        scene.green("test_total").pass();
        assertThat(scene.condition("test_total")).isEqualTo(Condition.FIXED);
    }

    @Test
    void redToMissingIsNotRunAndNeverFixed() {
        many();
        scene.red("test_total", ERROR).pass();
        change("a = 1\n");
        scene.gone("test_total").pass();
        assertThat(scene.condition("test_total")).isEqualTo(Condition.NOT_RUN);
        assertThat(scene.issues()).singleElement().asString().startsWith("NOT_RUN 1 test: ");
        assertThat(scene.lines()).isEmpty();
    }

    @Test
    void skippedWithoutARedPastIsSkipped() {
        many();
        scene.skipped("test_1").pass();
        assertThat(scene.condition("test_1")).isEqualTo(Condition.SKIPPED);
        scene.green("test_1").pass();
        assertThat(scene.condition("test_1")).isEqualTo(Condition.PASSED);
    }

    @Test
    void aVerdictOfAnotherBranchIsNoPast() {
        scene.green("test_name", "test_total").pass();
        scene.repo().branch("work");
        change("a = 1\n");
        scene.red("test_total", ERROR).pass();
        scene.repo().checkout("main");
        scene.repo().commit("other").with("app/more.py", "b = 1\n").id();
        scene.green("test_total").pass();
        assertThat(scene.condition("test_total")).isEqualTo(Condition.PASSED);
    }

    @Test
    void aTestIsComparedWithItsOwnLastVerdictHoweverManyRunsLackIt() {
        many();
        scene.red("test_total", ERROR).pass();
        for (int i = 0; i < 5; i++) {
            change("a = " + i + "\n");
            scene.runOnly("test_1").pass();
        }
        scene.green("test_total").pass();
        assertThat(scene.condition("test_total")).isEqualTo(Condition.FIXED);
    }

    private void many() {
        for (int i = 0; i < 12; i++) {
            scene.green("test_" + i);
        }
        scene.pass();
    }

    private String change(String text) {
        return scene.repo().commit("wip").with("app/other.py", text).id();
    }
}
