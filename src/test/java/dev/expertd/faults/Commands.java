package dev.expertd.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.program.GitUnderTest;
import dev.expertd.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Other programs, run to their end within a time. */
final class Commands {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Commands() {}

    /** Runs to the end; whatever it prints is kept in files, so that no pipe can fill. */
    static Program.Result run(ProcessBuilder builder, Duration patience) {
        try {
            Path out = Files.createTempFile("out", ".txt");
            Path err = Files.createTempFile("err", ".txt");
            try {
                Process process = builder.redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
                process.getOutputStream().close();
                if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError(String.join(" ", builder.command()) + " does not end: "
                            + Files.readString(out) + Files.readString(err));
                }
                return new Program.Result(process.exitValue(), Files.readString(out), Files.readString(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Program.Result run(ProcessBuilder builder) {
        return run(builder, PATIENCE);
    }

    /** Runs what has to succeed; gives back what it printed. */
    static String check(ProcessBuilder builder) {
        Program.Result result = run(builder);
        assertThat(result.status())
                .as(() -> String.join(" ", builder.command()) + ": " + result.out() + result.err())
                .isZero();
        return result.out();
    }

    /** A command with an author, a committer and no configuration but the repository's. */
    static ProcessBuilder in(Path folder, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            builder.environment().put("GIT_" + who + "_NAME", "Dev");
            builder.environment().put("GIT_" + who + "_EMAIL", "dev@example.com");
        }
        GitUnderTest.on(builder.environment());
        return builder;
    }

    /** True if a command can be run here and succeeds. */
    static boolean works(String... command) {
        try {
            return run(new ProcessBuilder(command)).status() == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    static void end(Process process) {
        try {
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("it ends").isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A process that has ended: nothing needs to be asked of it. */
    static Process ended() {
        try {
            Process process = new ProcessBuilder("true").start();
            end(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
