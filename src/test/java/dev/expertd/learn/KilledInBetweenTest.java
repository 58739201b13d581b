package dev.expertd.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.config.SettingsSource;
import dev.expertd.trace.TraceFollower;
import dev.expertd.trace.TraceSources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pass that ends between two of its steps loses nothing: the next one begins where it ended. */
class KilledInBetweenTest {
    @TempDir
    private Path folder;

    @Test
    void aRunThatWasReadAndNotJudgedIsReadAgain() throws IOException {
        try (Scene scene = Scene.in(folder)) {
            scene.green("test_total");
            Site.visit(
                    scene.repo().root(),
                    SettingsSource.asWritten(scene.places().userSettings()),
                    scene.journal(),
                    scene.clock(),
                    site -> new TraceIntake(site, new TraceFollower(), false)
                            .observe(
                                    new TraceSources(
                                                    site.root(), site.settings().traces())
                                            .find(),
                                    path -> false,
                                    new TreeMap<>()));
            scene.pass();

            assertThat(scene.runs()).hasSize(1);
            assertThat(scene.acts()).hasSize(1);

            scene.pass();

            assertThat(scene.runs()).hasSize(1);
        }
    }
}
