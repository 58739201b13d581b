package dev.expertd.learn;

import static dev.expertd.learn.Scene.FIX;
import static dev.expertd.learn.Scene.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings that somebody has just broken. */
class SettingsInForceTest {
    @TempDir
    private Path folder;

    private Scene scene;
    private Learner daemon;

    @BeforeEach
    void aDaemonHasLooked() throws IOException {
        scene = Scene.in(folder);
        daemon = new Learner(scene.places(), scene.journal(), Scene.drafters(), scene.clock());
        scene.repo().write(".expertd.yml", "learning:\n  per-day: 100\n");
        daemon.learn(scene.repo().root(), Request.onHint());
        scene.repo().write(".expertd.yml", "learning:\n  per-dya: 100\n");
        scene.repo()
                .commit(FIX)
                .with("app/orders.py", orders("return sum(items or [])"))
                .id();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aDaemonGoesOnWithThoseItHad() throws IOException {
        daemon.learn(scene.repo().root(), Request.onHint());
        assertThat(scene.lines()).hasSize(1);
    }

    @Test
    void aCommandRefusesThemAndSaysWhereTheMistakeIs() throws IOException {
        assertThatThrownBy(() -> scene.pass())
                .isInstanceOf(LearnException.class)
                .hasMessageContaining(".expertd.yml:2:3")
                .hasMessageContaining("per-day");
        assertThat(scene.lines()).isEmpty();
    }
}
