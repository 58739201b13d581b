package dev.expertd.daemon.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.io.Places;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UninstallerTest {
    @TempDir
    Path folder;

    private Places places = new Places(Path.of(""), Path.of(""), Path.of(""));
    private Path launcher = Path.of("");

    @BeforeEach
    void installation() throws Exception {
        places = new Places(folder.resolve("config"), folder.resolve("state"), folder.resolve("data"));
        places.make();
        launcher = Files.writeString(folder.resolve("launcher"), "");
        Files.createDirectories(places.data().resolve("0.1.0-1/more"));
        Files.writeString(places.data().resolve("0.1.0-1/expertd.jar"), "");
        Files.createDirectories(places.config());
        Files.writeString(places.userSettings(), "repositories: []\n");
        Files.writeString(places.journal(), "");
        Files.writeString(places.spool("shop"), "");
    }

    @Test
    void theProgramGoesAndSettingsAndJournalStay() throws Exception {
        assertThat(uninstaller().uninstall(false)).hasSize(3);
        assertThat(launcher).doesNotExist();
        assertThat(places.data()).doesNotExist();
        assertThat(places.spool("shop").getParent()).doesNotExist();
        assertThat(places.userSettings()).exists();
        assertThat(places.journal()).exists();
        assertThat(uninstaller().uninstall(false)).isEmpty();
    }

    @Test
    void purgingLeavesNothing() throws Exception {
        uninstaller().uninstall(true);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatSomebodyPutBesideTheProgramStays() throws Exception {
        Path mine = Files.writeString(places.data().resolve("notes.txt"), "mine");
        Path linked = Files.createDirectories(folder.resolve("linked"));
        Path kept = Files.writeString(linked.resolve("expertd.jar"), "");
        Files.createSymbolicLink(places.data().resolve("link"), linked);
        assertThat(uninstaller().uninstall(false)).anyMatch(line -> line.contains("holds more than the program"));
        assertThat(mine).exists();
        assertThat(kept).exists();
        assertThat(places.data().resolve("0.1.0-1")).doesNotExist();
    }

    private Uninstaller uninstaller() {
        return new Uninstaller(places, Optional.of(launcher), places.data());
    }
}
