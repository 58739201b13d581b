package dev.expertd.learn;

import static dev.expertd.learn.Scene.orders;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a suspicion is confirmed or cleared, over a real repository. */
class SuspicionsTest {
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

    @BeforeEach
    void aCommitIsSuspected() {
        scene.green("test_name", "test_total").pass();
        scene.repo()
                .commit("wip")
                .with("app/orders.py", orders("return sum(items) + tenant.fee"))
                .id();
        scene.red("test_total", BROKEN).pass();
        assertThat(scene.lines()).isEmpty();
        assertThat(scene.suspected()).hasSize(1);
    }

    @Test
    void aSecondFailingRunOfTheSameTreeConfirms() {
        scene.run().pass();
        assertThat(scene.lines()).hasSize(1);
    }

    @Test
    void aFailingRunOfTheNextCommitConfirms() {
        other();
        scene.run().pass();
        assertThat(scene.lines()).hasSize(1);
    }

    @Test
    void aRepairAtTheSamePlaceConfirms() {
        scene.repo()
                .commit("wip")
                .with("app/orders.py", orders("return sum(items)"))
                .id();
        scene.green("test_total").pass();
        assertThat(scene.lines()).anySatisfy(line -> assertThat(line).contains("AttributeError"));
        assertThat(scene.suspected()).isEmpty();
    }

    @Test
    void aRepairThatIsNotCommittedYetConfirms() {
        scene.repo()
                .write("app/orders.py", orders("if tenant is None:", "    return 0", "return sum(items) + tenant.fee"));
        scene.green("test_total").pass();
        assertThat(scene.lines()).hasSize(1);
    }

    @Test
    void greenOnTheSameTreeClears() {
        scene.green("test_total").pass();
        assertThat(scene.suspected()).isEmpty();
        assertThat(scene.lines()).isEmpty();
    }

    @Test
    void aLineIsTakenBackIfTheSameTreeTurnsGreenAfterAll() {
        scene.run().pass();
        assertThat(scene.lines()).hasSize(1);

        scene.green("test_total").pass();

        assertThat(scene.lines()).isEmpty();
        scene.run().pass();
        assertThat(scene.lines()).isEmpty();
    }

    @Test
    void greenAfterACommitElsewhereClears() {
        other();
        scene.green("test_total").pass();
        assertThat(scene.suspected()).isEmpty();
        assertThat(scene.lines()).isEmpty();
    }

    @Test
    void anotherFailureNeitherConfirmsNorClears() {
        other();
        scene.red("test_total", "ConnectionError: no route to the database").pass();
        assertThat(scene.suspected()).hasSize(1);
        assertThat(scene.lines()).isEmpty();
    }

    @Test
    void aRunOfABranchWithoutTheCommitSaysNothing() {
        scene.repo().git("checkout", "-q", "-b", "elsewhere", "HEAD~1");
        scene.green("test_total").pass();
        assertThat(scene.suspected()).hasSize(1);
        scene.repo().commit("wip").with("app/other.py", "a = 1\n").id();
        scene.red("test_total", BROKEN).pass();
        assertThat(scene.lines()).isEmpty();
    }

    private void other() {
        scene.repo().commit("wip").with("app/other.py", "a = 1\n").id();
    }
}
