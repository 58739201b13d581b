package dev.expertd.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program, run as a process of its own with a home of its own. */
public final class Program {
    private final Path home;
    private final Map<String, String> environment;

    public Program(Path home) {
        this(home, Map.of());
    }

    private Program(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = Map.copyOf(environment);
    }

    /** The same program in the same home, with a variable of the environment set. */
    public Program with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Program(home, more);
    }

    public Path home() {
        return home;
    }

    /** What one command did. */
    public record Result(int status, String out, String err) {}

    public Result run(Path folder, String... arguments) {
        try {
            Path out = Files.createTempFile(home, "out", ".txt");
            Path err = Files.createTempFile(home, "err", ".txt");
            Process process = builder(folder, arguments)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("expertd " + String.join(" ", arguments) + " does not end");
            }
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts a daemon for one repository and waits until it says that it runs. */
    public Process daemon(Path folder) {
        try {
            Path log = home.resolve("daemon.log");
            Files.deleteIfExists(log);
            Process process = builder(folder, "daemon", "run", "-C", folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            for (int i = 0; i < 600; i++) {
                if (Files.exists(log)
                        && Files.readString(log, StandardCharsets.UTF_8).contains("runs as process")) {
                    return process;
                }
                if (!process.isAlive()) {
                    break;
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
            throw new IllegalStateException("the daemon did not start: " + Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts a daemon that is expected to end by itself, maybe before it says anything. */
    public Process daemonThatDies(Path folder) {
        try {
            return builder(folder, "daemon", "run", "-C", folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("daemon.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String daemonLog() {
        try {
            return Files.readString(home.resolve("daemon.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process that a command would be, not started yet. */
    public ProcessBuilder builder(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(Prepared.program().command(List.of("-Xmx128m")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_") || name.startsWith("XDG_"));
        builder.environment().put("HOME", home.toString());
        builder.environment().putAll(environment);
        GitUnderTest.on(builder.environment());
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        return builder;
    }
}
