package dev.expertd.learn;

import static dev.expertd.learn.Scene.orders;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Condition;
import dev.expertd.model.OutcomeValue;
import dev.expertd.model.Scope;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runners that write their traces at the same time, over a real repository. */
class TwoRunnersTest {
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

    private static final String BROKEN = "AttributeError: 'NoneType' object has no attribute 'fee'";

    @Test
    void theActCountsTheLastRunOfEach() {
        String commit = scene.repo()
                .commit("wip")
                .with("app/orders.py", orders("return sum(items) + tenant.fee"))
                .id();
        scene.leaving("one/trace_logs.json").green("test_name", "test_total");
        scene.leaving("two/trace_logs.json").red("test_total", BROKEN).pass();

        assertThat(scene.runs()).hasSize(2);
        assertThat(scene.acts().get(0).commit()).isEqualTo(commit);
        assertThat(scene.acts().get(0).outcome().value()).isEqualTo(OutcomeValue.PARTIAL);
    }

    @Test
    void differentLuckOfTwoRunnersProvesNoFlakeAndNoFix() {
        scene.leaving("one/trace_logs.json").green("test_name").red("test_total", BROKEN);
        scene.leaving("two/trace_logs.json").green("test_name", "test_total").pass();
        scene.repo().commit("wip").with("app/other.py", "a = 1\n").id();
        scene.leaving("one/trace_logs.json").red("test_total", BROKEN);
        scene.leaving("two/trace_logs.json").green("test_total").pass();

        assertThat(scene.condition("test_total")).isEqualTo(Condition.PASSED);
        assertThat(scene.verdict("test_total").flaky()).isFalse();
        assertThat(scene.lines()).isEmpty();
        assertThat(scene.suspected()).isEmpty();
    }

    @Test
    void eachRunnerIsMeasuredByItsOwnSuite() {
        scene.leaving("one/trace_logs.json").green("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
        scene.leaving("two/trace_logs.json").runOnly("a").pass();
        scene.runOnly("a").pass();
        assertThat(scene.lastRun().scope()).isEqualTo(Scope.COMPLETE);
        scene.leaving("one/trace_logs.json").runOnly("a").pass();
        assertThat(scene.lastRun().scope()).isEqualTo(Scope.SUBSET);
    }
}
