package dev.expertd.learn;

import static dev.expertd.learn.Scene.orders;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Condition;
import dev.expertd.model.OutcomeValue;
import dev.expertd.model.Scope;
import dev.expertd.model.Signal;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that speak for less than their suite, over a real repository. */
class SelectionsTest {
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

    @Test
    void threeOfTwentyEightTestsSpeakForThemselvesAlone() {
        suite();
        changed();
        scene.red("test_27", "KeyError: 'fee'").pass();
        scene.repo().commit("wip").with("app/other.py", "a = 1\n").id();
        scene.runOnly("test_1", "test_2", "test_3").pass();

        assertThat(scene.lastRun().scope()).isEqualTo(Scope.SUBSET);
        assertThat(scene.lastRun().outcome().value()).isEqualTo(OutcomeValue.SUCCESS);
        assertThat(scene.lastRun().outcome().signals()).contains(Signal.SUBSET);
        assertThat(scene.journal()
                        .verdicts()
                        .of(scene.repository(), scene.lastRun().id()))
                .hasSize(3);
        assertThat(scene.issues())
                .singleElement()
                .asString()
                .startsWith("REGRESSION 1 test: KeyError")
                .endsWith("e.g. test_27");
    }

    @Test
    void whatASelectionSkipsIsNotMuted() {
        suite();
        changed();
        scene.red("test_27", "KeyError: 'fee'").pass();
        String[] most = new String[20];
        for (int i = 0; i < most.length; i++) {
            most[i] = "test_" + (8 + i);
        }
        scene.skipped(most).pass();
        assertThat(scene.lastRun().scope()).isEqualTo(Scope.SUBSET);
        assertThat(scene.condition("test_27")).isEqualTo(Condition.SKIPPED);
    }

    @Test
    void afterASelectionTheWholeSuiteIsMeasuredByTheWholeSuite() {
        suite();
        scene.runOnly("test_1").pass();
        scene.run().pass();
        assertThat(scene.lastRun().scope()).isEqualTo(Scope.COMPLETE);
        assertThat(scene.condition("test_5")).isEqualTo(Condition.PASSED);
    }

    @Test
    void aRunWithoutAnyTestSaysNothingAndSilencesNobody() {
        suite();
        changed();
        scene.red("test_27", "KeyError: 'fee'").pass();
        scene.repo().tick();
        scene.trace("{\"run_id\": \"none\", \"timestamp\": \"" + scene.now()
                        + "\", \"total_tests\": 0, \"results\": {}}")
                .pass();
        assertThat(scene.lastRun().outcome().value()).isEqualTo(OutcomeValue.NONE);
        assertThat(scene.issues()).singleElement().asString().startsWith("REGRESSION 1 test: ");
        assertThat(scene.lines()).isEmpty();
    }

    @Test
    void anInterruptedRunBlamesNobodyAndSilencesNobody() {
        suite();
        scene.repo()
                .commit("wip")
                .with("app/orders.py", orders("return sum(items) + tenant.fee"))
                .id();
        scene.repo().tick();
        scene.trace("{\"run_id\": \"cut\", \"timestamp\": \"" + scene.now()
                        + "\", \"total_tests\": 28, \"results\": {\"test_0\": {\"status\": \"pass\", \"logs\": []},"
                        + " \"test_1\": {\"status\": \"fail\", \"logs\": [\"AttributeError: 'NoneType' has no fee\"]},"
                        + " \"test_2\": {\"status\": \"pa")
                .pass();
        assertThat(scene.lastRun().scope()).isEqualTo(Scope.INCOMPLETE);
        assertThat(scene.suspected()).isEmpty();
        scene.run().pass();
        assertThat(scene.lines()).isEmpty();
    }

    private void changed() {
        scene.repo().commit("wip").with("app/other.py", "changed = 1\n").id();
    }

    private void suite() {
        for (int i = 0; i < 28; i++) {
            scene.green("test_" + i);
        }
        scene.pass();
    }
}
