package dev.expertd.learn;

import static dev.expertd.learn.Scene.orders;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OvertakenTest {
    private static final String FIRST =
            "fix: total without items\n\n`total()` crashed with a TypeError because batch jobs"
                    + " pass no items. Default items to an empty list in `total()`.\n";
    private static final String SECOND =
            "fix: total of a generator\n\n`total()` failed with a ValueError on generators because the"
                    + " check for emptiness had used up their first item. Compare items with None in `total()`.\n";

    @TempDir
    private Path folder;

    private Scene scene;

    @BeforeEach
    void aFixIsLearned() throws IOException {
        scene = Scene.in(folder);
        scene.repo()
                .commit(FIRST)
                .with("app/orders.py", orders("return sum(items or [], start=0)"))
                .id();
        scene.pass();
        assertThat(scene.lines()).singleElement().asString().contains("batch jobs");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void theLineOfAFixThatIsFixedOnTheSameLinesWithinADayMakesRoomForTheLaterOne() {
        scene.repo()
                .commit(SECOND)
                .with("app/orders.py", orders("return sum([] if items is None else items)"))
                .id();
        scene.pass();

        assertThat(scene.lines()).singleElement().asString().contains("generators");
        assertThat(scene.journal().learnings().in(scene.repository(), LearningState.SUPERSEDED))
                .singleElement()
                .satisfies(old -> assertThat(old.reason().text()).startsWith("its commit was fixed again"));
    }

    @Test
    void aLineThatSomebodyEditedStays() throws IOException {
        scene.repo().write(Scene.EXPERTISE, scene.read().replace("batch jobs", "nightly batch jobs"));
        scene.repo()
                .commit(SECOND)
                .with("app/orders.py", orders("return sum([] if items is None else items)"))
                .id();
        scene.pass();

        assertThat(scene.lines()).anySatisfy(line -> assertThat(line).contains("nightly batch jobs"));
    }

    @Test
    void afterADayBothStand() {
        for (int minute = 0; minute < 25 * 60; minute++) {
            scene.repo().tick();
        }
        scene.repo()
                .commit(SECOND)
                .with("app/orders.py", orders("return sum([] if items is None else items)"))
                .id();
        scene.pass();

        assertThat(scene.lines()).hasSize(2);
    }

    @Test
    void aFixElsewhereInTheFileOvertakesNothing() {
        scene.repo()
                .commit(SECOND)
                .with(
                        "app/orders.py",
                        orders("return sum(items or [], start=0)") + "\n\ndef size(items):\n    return 1\n")
                .id();
        scene.pass();

        assertThat(scene.lines()).hasSize(2);
    }

    @Test
    void theLineOfACommitThatIsTakenBackForAReasonGoes() {
        String id = scene.repo().git("rev-parse", "HEAD").strip();
        scene.repo()
                .commit("Revert \"fix: total without items\"\n\nThis reverts commit " + id
                        + ".\n\n`total()` failed"
                        + " on generators because the check had used up their first item.\n")
                .with("app/orders.py", orders("return sum(items)"))
                .id();
        scene.pass();

        assertThat(scene.lines())
                .containsExactly("- `total()` failed on generators because the check had used up their first item");
    }

    @Test
    void inReviewTheOlderDraftMakesRoomToo() throws IOException {
        try (Scene review = scene.again(folder.resolve("review"))) {
            scene.repo().write(".expertd.yml", "learning:\n  mode: review\n");
            scene.repo()
                    .commit("fix: settings\n\nNothing to say.")
                    .with(".expertd.yml", "learning:\n  mode: review\n")
                    .with("app/other.py", "def unrelated(a):\n    return a\n\n# one\n")
                    .id();
            review.pass();
            scene.repo()
                    .commit("fix: name of nothing\n\n`name()` crashed with a TypeError because drafts have no order."
                            + " Return an empty text in `name()`.")
                    .with("app/other.py", "def unrelated(a):\n    return a\n\nname_of = order or {}\n")
                    .id();
            review.pass();
            scene.repo()
                    .commit("fix: name of drafts\n\n`name()` failed with a KeyError because drafts keep their name in"
                            + " another field. Read `title` in `name()`.")
                    .with("app/other.py", "def unrelated(a):\n    return a\n\nname_of = order.title\n")
                    .id();
            review.pass();

            List<Learning> waiting = review.journal().learnings().in(scene.repository(), LearningState.REVIEW);
            assertThat(waiting)
                    .singleElement()
                    .satisfies(line -> assertThat(line.text().text()).contains("another field"));
        }
    }
}
