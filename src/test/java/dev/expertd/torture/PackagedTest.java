package dev.expertd.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PackagedTest {
    @Test
    void theDaemonThatIsPlayedWithHasTheMemoryOfTheInstalledOne() throws Exception {
        String launcher = Files.readString(Path.of("src/main/dist/expertd"));
        assertThat(launcher.split("\\s+", -1)).containsAll(Packaged.MEMORY);
        assertThat(launcher).contains("MALLOC_ARENA_MAX:-2");
    }
}
