package dev.expertd.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TroublesTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void whatIsNotedIsReadByOthersUntilItIsOver() {
        Path file = folder.resolve("daemon.troubles");
        Troubles troubles = new Troubles(file, 7);
        troubles.put("/home/dev/shop", "cannot be\nread; mend it", NOW);
        troubles.put("/home/dev/shop", "cannot be\nread; mend it", NOW.plusSeconds(60));
        assertThat(Troubles.read(file, 7))
                .containsExactly(new Troubles.Trouble("/home/dev/shop", NOW, "cannot be read; mend it"));
        assertThat(Troubles.read(file, 8)).isEmpty();
        troubles.clear("/home/dev/shop");
        assertThat(Troubles.read(file, 7)).isEmpty();
    }

    @Test
    void itsFileNeverGrowsWhateverIsNoted() throws Exception {
        Path file = folder.resolve("daemon.troubles");
        Troubles troubles = new Troubles(file, 7);
        long size = Files.size(file);
        for (int i = 0; i < 500; i++) {
            troubles.put("/home/dev/shop" + i, "é".repeat(5000), NOW);
        }
        assertThat(Files.size(file)).isEqualTo(size);
        assertThat(Troubles.read(file, 7))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.message()).hasSizeLessThan(500));
    }
}
