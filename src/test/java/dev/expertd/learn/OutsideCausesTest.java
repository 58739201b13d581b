package dev.expertd.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.LearningState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A commit is neither blamed nor credited in the file for what a service or another part of the code did. */
class OutsideCausesTest {
    private static final String DOWN = "ConnectionError: connection refused: db:5432";

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
    void aServiceThatIsDownTwiceBlamesNobody() {
        edit("return 1");
        scene.green("test_name", "test_pay").pass();
        edit("return 1 + 0");
        scene.red("test_pay", DOWN).pass();
        scene.run().pass();

        assertThat(scene.lines()).isEmpty();
        assertThat(waiting()).singleElement().asString().contains("ConnectionError");
    }

    @Test
    void aServiceThatIsBackCreditsNobody() {
        edit("return 1");
        scene.green("test_name").pass();
        scene.red("test_pay", DOWN).pass();
        scene.run().pass();
        edit("return 1 + 0");
        scene.green("test_pay").pass();

        assertThat(scene.lines()).isEmpty();
    }

    @Test
    void aConnectionErrorThatNamesTheChangedFileIsItsOwn() {
        scene.green("test_name", "test_pay").pass();
        scene.repo()
                .commit("wip")
                .with("app/orders.py", Scene.orders("return sum(items) + 0"))
                .id();
        scene.red("test_pay", DOWN).pass();
        scene.run().pass();

        assertThat(scene.lines()).hasSize(1);
    }

    private void edit(String body) {
        scene.repo()
                .commit("wip")
                .with("app/store.py", "def pay():\n    " + body + "\n")
                .id();
    }

    private List<String> waiting() {
        return scene.journal().learnings().in(scene.repository(), LearningState.REVIEW).stream()
                .map(learning -> learning.text().text())
                .toList();
    }
}
