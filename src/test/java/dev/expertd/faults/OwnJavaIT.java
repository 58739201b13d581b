package dev.expertd.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.program.Program;
import dev.expertd.program.TestRepo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
        Installation installation = new Installation(folder, Files.createDirectories(folder.resolve("home")));
        TestRepo repo = TestRepo.in(folder.resolve("shop"));
        Program.Result installed = Commands.run(
                installation.script(repo.root().toString(), "--no-service", "--bundle"), Duration.ofMinutes(3));
        assertThat(installed.status()).as(installed.out() + installed.err()).isZero();

        Lesson lesson = Lesson.commit(repo, 1);
        Program.Result learned = withoutJava(installation.launched(
                installation.launcher(), "learn", "-C", repo.root().toString()));
        assertThat(learned.status()).as(learned.err()).isZero();
        assertThat(repo.expertiseText()).contains(lesson.line());

        Program.Result removed = withoutJava(installation.launched(installation.launcher(), "uninstall", "--purge"));
        assertThat(removed.status()).as(removed.err()).isZero();
        assertThat(installation.home()).isEmptyDirectory();
    }

    private Program.Result withoutJava(ProcessBuilder builder) throws IOException {
        String path = commands();
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", path);
        assertThat(Files.exists(Path.of(path, "java"))).isFalse();
        return Commands.run(builder);
    }

    /** A folder with the few commands that the program and its launcher call. */
    private String commands() throws IOException {
        Path commands = Files.createDirectories(folder.resolve("commands"));
        for (String each : List.of("sh", "git", "wc")) {
            Path link = commands.resolve(each);
            if (!Files.exists(link)) {
                String found = Commands.check(new ProcessBuilder("sh", "-c", "command -v " + each));
                Files.createSymbolicLink(link, Path.of(found.strip()).toRealPath());
            }
        }
        return commands.toString();
    }
}
