package dev.expertd.learn;

import static dev.expertd.learn.Scene.orders;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Condition;
import dev.expertd.model.Signal;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that do both on the same code, over a real repository. */
class FlakyTestsTest {
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

    private static final String ERROR = "AttributeError: 'NoneType' object has no attribute 'fee'";

    @Test
    void failAndPassOnTheSameCodeTeachNoFix() {
        scene.green("test_name").red("test_total", ERROR).pass();
        scene.green("test_total").pass();

        assertThat(scene.condition("test_total")).isEqualTo(Condition.PASSED);
        assertThat(scene.verdict("test_total").flaky()).isTrue();
        assertThat(scene.lines()).isEmpty();
        assertThat(scene.issues()).containsExactly("FLAKY test_total: bad in 1 of 2 runs");
    }

    @Test
    void redOnceAndGreenAfterAnUnrelatedCommitTeachesNoFix() {
        scene.green("test_name", "test_total").pass();
        scene.repo()
                .commit("wip")
                .with("app/orders.py", orders("return sum(items) + tenant.fee"))
                .id();
        scene.red("test_total", ERROR).pass();
        scene.repo().commit("wip").with("app/other.py", "a = 1\n").id();
        scene.green("test_total").pass();
        assertThat(scene.lines()).isEmpty();
    }

    @Test
    void differentUncommittedTreesProveNoFlake() {
        scene.green("test_name").red("test_total", ERROR).pass();
        scene.repo().write("app/other.py", "a = 1\n");
        scene.green("test_total").pass();
        assertThat(scene.verdict("test_total").flaky()).isFalse();
    }

    @Test
    void theNextRedOfAFlakyTestBlamesNobodyAndItsGreenCreditsNobody() {
        flake();
        scene.repo()
                .commit("wip")
                .with("app/orders.py", orders("return sum(items) + tenant.fee"))
                .id();
        scene.red("test_total", ERROR).pass();
        assertThat(scene.condition("test_total")).isEqualTo(Condition.FLAKY_FAILURE);
        assertThat(scene.suspected()).isEmpty();

        scene.repo()
                .commit("wip")
                .with("app/orders.py", orders("return sum(items)"))
                .id();
        scene.green("test_total").pass();
        assertThat(scene.condition("test_total")).isEqualTo(Condition.PASSED);
        assertThat(scene.lines()).isEmpty();
    }

    @Test
    void afterFiveCleanPassesAndAWeekItsRedCountsAgain() {
        flake();
        for (int i = 0; i < 5; i++) {
            scene.days(2).run().pass();
        }
        assertThat(scene.issues()).isEmpty();
        scene.repo()
                .commit("wip")
                .with("app/orders.py", orders("return sum(items) + tenant.fee"))
                .id();
        scene.red("test_total", ERROR).pass();
        assertThat(scene.condition("test_total")).isEqualTo(Condition.REGRESSION);
    }

    @Test
    void redOnThreeTreesInARowIsBrokenWhateverItWasBefore() {
        flake();
        for (int i = 0; i < 3; i++) {
            scene.repo()
                    .commit("wip")
                    .with("app/orders.py", orders("return sum(items) + tenant.fee" + i))
                    .id();
            scene.red("test_total", ERROR).pass();
        }
        assertThat(scene.condition("test_total")).isEqualTo(Condition.STILL);
        assertThat(scene.issues()).singleElement().asString().startsWith("STILL 1 test: AttributeError");
    }

    @Test
    void whenNearlyAllFailsTheMachineIsSuspectedAndNobodyIsBlamed() {
        scene.green("test_a", "test_b", "test_c", "test_d", "test_total").pass();
        scene.repo()
                .commit("wip")
                .with("app/orders.py", orders("return sum(items) + tenant.fee"))
                .id();
        for (String test : new String[] {"test_a", "test_b", "test_c", "test_d"}) {
            scene.red(test, "ConnectionError: no route to the database");
        }
        scene.red("test_total", ERROR).pass();
        assertThat(scene.lastRun().outcome().signals()).contains(Signal.INFRA_SUSPECT);
        assertThat(scene.suspected()).isEmpty();
        assertThat(scene.issues())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("machine suspected"));

        scene.green("test_a", "test_b", "test_c", "test_d", "test_total").pass();
        assertThat(scene.verdict("test_total").flaky()).isFalse();
    }

    @Test
    void aLaterRepairAfterASuspectMachineMayBeCredited() {
        scene.green("test_a", "test_b", "test_c", "test_d", "test_total").pass();
        scene.repo()
                .commit("wip")
                .with("app/orders.py", orders("return sum(items) + tenant.fee"))
                .id();
        for (String test : new String[] {"test_a", "test_b", "test_c", "test_d", "test_total"}) {
            scene.red(test, ERROR);
        }
        scene.pass();
        scene.repo()
                .commit("wip")
                .with("app/orders.py", orders("if tenant is None:", "    return 0", "return sum(items) + tenant.fee"))
                .id();
        scene.green("test_a", "test_b", "test_c", "test_d", "test_total").pass();
        assertThat(scene.condition("test_total")).isEqualTo(Condition.FIXED);
        assertThat(scene.lines()).singleElement().asString().contains("AttributeError", "`total`");
    }

    private void flake() {
        scene.green("test_name").red("test_total", ERROR).pass();
        scene.green("test_total").pass();
    }
}
