package dev.expertd.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.config.Settings;
import dev.expertd.config.SettingsLoader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingLogTest {
    @TempDir
    Path folder;

    @Test
    void aLogNeverGrowsBeyondItsFiles() throws Exception {
        try (PrintStream log = new PrintStream(new RotatingLog(folder.resolve("log"), 1000, 3), true, UTF_8)) {
            for (int i = 0; i < 1000; i++) {
                log.println("line " + i);
            }
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("log", "log.1", "log.2");
        }
        assertThat(Files.size(folder.resolve("log.1"))).isBetween(900L, 1000L);
        List<String> older = Files.readAllLines(folder.resolve("log.1"));
        List<String> newer = Files.readAllLines(folder.resolve("log"));
        assertThat(newer).last().isEqualTo("line 999");
        assertThat(older).allMatch(line -> line.startsWith("line "));
        assertThat(Integer.parseInt(newer.get(0).substring(5)))
                .isEqualTo(Integer.parseInt(older.get(older.size() - 1).substring(5)) + 1);
    }

    @Test
    void asItIsSetWithoutAnyoneSettingItThereAreFiveFilesOfTwoMegabytes() throws Exception {
        Settings defaults = SettingsLoader.load(folder.resolve("no settings"));
        String line = "x".repeat(999);
        try (PrintStream log =
                new PrintStream(RotatingLog.of(folder.resolve("daemon.log"), defaults.log()), false, UTF_8)) {
            for (int i = 0; i < 15_000; i++) {
                log.append(line).append('\n');
            }
        }
        try (var files = Files.list(folder)) {
            List<Path> all = files.sorted().toList();
            assertThat(all.stream().map(file -> file.getFileName().toString()))
                    .containsExactly("daemon.log", "daemon.log.1", "daemon.log.2", "daemon.log.3", "daemon.log.4");
            assertThat(Files.size(all.get(0))).isLessThanOrEqualTo(2_000_000);
            for (Path full : all.subList(1, 5)) {
                assertThat(Files.size(full)).isBetween(1_990_000L, 2_000_000L);
            }
        }
    }

    @Test
    void whatWasThereBeforeIsKeptAndCounted() throws Exception {
        Path file = folder.resolve("log");
        Files.writeString(file, "x".repeat(990) + "\n");
        try (PrintStream log = new PrintStream(new RotatingLog(file, 1000, 2), true, UTF_8)) {
            log.println("1234567");
            log.println("over");
        }
        assertThat(folder.resolve("log.1")).content().endsWith("x\n1234567\n");
        assertThat(file).hasContent("over");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
