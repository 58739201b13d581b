package dev.expertd.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.program.Program;
import dev.expertd.program.TestRepo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The installation that brings its own Java. */
class OwnJavaIT {
    @TempDir
    Path folder;

    @Test
    @Tag("at-length")
    void installedWithAJavaOfItsOwnItWorksWhereThereIsNoneAndLeavesNothing() throws Exception {
        Path jar = Path.of(System.getProperty("expertd.jar", "target/expertd-all.jar"));
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now())); // or the script might build another one
        TestRepo repo = TestRepo.in(folder.resolve("shop"));
        Program.Result installed = run(
                System.getenv("PATH"),
                Path.of("install.sh").toAbsolutePath().toString(),
                repo.root().toString(),
                "--no-service",
                "--bundle");
        assertThat(installed.status()).as(installed.out() + installed.err()).isZero();

        String launcher = folder.resolve("home/.local/bin/expertd").toString();
        String path = withoutJava();
        assertThat(run(path, "sh", "-c", "command -v java").status()).isNotZero();
        Lesson lesson = Lesson.commit(repo, 1);
        Program.Result learned = run(path, launcher, "learn", "-C", repo.root().toString());
        assertThat(learned.status()).as(learned.err()).isZero();
        assertThat(repo.expertiseText()).contains(lesson.line());

        Program.Result removed = run(path, launcher, "uninstall", "--purge");
        assertThat(removed.status()).as(removed.err()).isZero();
        assertThat(folder.resolve("home")).isEmptyDirectory();
    }

    /** A folder with the few commands that the program and its launcher call. */
    private String withoutJava() throws IOException {
        Path commands = Files.createDirectories(folder.resolve("commands"));
        for (String each : List.of("sh", "git", "wc")) {
            Program.Result found = run(System.getenv("PATH"), "sh", "-c", "command -v " + each);
            Files.createSymbolicLink(
                    commands.resolve(each), Path.of(found.out().strip()).toRealPath());
        }
        return commands.toString();
    }

    private Program.Result run(String path, String... command) throws IOException {
        ProcessBuilder builder = Commands.in(folder, new ArrayList<>(List.of(command)));
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_") || name.equals("JAVA_HOME"));
        builder.environment()
                .put("HOME", Files.createDirectories(folder.resolve("home")).toString());
        builder.environment().put("PATH", path);
        builder.environment().put("EXPERTD_ARCHIVE", "no");
        return Commands.run(builder, Duration.ofMinutes(3));
    }
}
