package dev.expertd.learn;

import static dev.expertd.learn.Scene.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.expertd.model.OutcomeValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person says by hand, and of which act it is said. */
class ByHandTest {
    private static final String NOTE = "`total` raises TypeError because `items` can be None: return 0 for None";

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
    void aNoteIsSaidOfTheNewestCommitThoughOlderOnesAreTakenUpByHandInTheSamePass() {
        String fix = scene.repo()
                .commit("fix: total")
                .with("app/orders.py", orders("return 0"))
                .id();
        scene.pass();

        scene.pass(said("totals", NOTE));

        assertThat(scene.acts().get(0).commit()).isEqualTo(fix);
        assertThat(scene.acts().get(0).component().text()).isEqualTo("totals");
        assertThat(scene.acts().get(0).outcome().value()).isEqualTo(OutcomeValue.FAILED);
    }

    @Test
    void olderCommitsThatAreTakenUpByHandStandBelowWhatCameAfterThem() {
        scene.repo().commit("second").with("app/other.py", "x = 1\n").id();
        scene.pass();
        scene.repo().commit("third").with("app/other.py", "x = 2\n").id();

        scene.pass(said("", ""));

        assertThat(scene.acts()).extracting(act -> act.title().text()).containsExactly("third", "second", "Import");
    }

    @Test
    void aRevisionIsReadAsGitWritesItAndWhatIsNoneIsNotTakenForAllOfHistory() throws IOException {
        scene.repo().commit("second").with("app/other.py", "x = 1\n").id();
        scene.repo().commit("third").with("app/other.py", "x = 2\n").id();
        try (Scene fresh = scene.again(folder.resolve("fresh"))) {
            assertThatThrownBy(() -> fresh.pass(since("nonsense")))
                    .isInstanceOf(LearnException.class)
                    .hasMessage("`nonsense` is no revision; write it as git does");
            fresh.pass(since("HEAD~1"));
            assertThat(fresh.acts()).extracting(act -> act.title().text()).containsExactly("third");
        }
    }

    private static Request since(String revision) {
        return new Request(true, true, "", Optional.empty(), "", "", revision, false);
    }

    private static Request said(String component, String note) {
        Optional<OutcomeValue> outcome = note.isEmpty() ? Optional.empty() : Optional.of(OutcomeValue.FAILED);
        return new Request(true, true, component, outcome, "", note, "", false);
    }
}
