package dev.expertd.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The daemon that is killed again and again. */
final class Victim implements AutoCloseable {
    private static final long START = 60_000_000_000L;

    private final Packaged program;
    private final Path home;
    private final Path inside;
    private Process process;
    private long startedAt;

    Victim(Packaged program, Path home, Path inside) {
        this.program = program;
        this.home = home;
        this.inside = inside;
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Starts it, unless it runs, and does not wait. */
    void start(Map<String, String> environment) {
        if (!isAlive()) {
            process = program.start(home, inside, environment, "daemon", "run");
            startedAt = System.nanoTime();
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isReady() {
        return said().contains("runs as process");
    }

    /** Waits until it says that it runs. */
    void awaitReady() {
        while (!isReady()) {
            if (!isAlive() || System.nanoTime() - startedAt > START) {
                throw new Broken("the daemon did not start: " + said());
            }
            Processes.sleep(10);
        }
    }

    String said() {
        try {
            return Files.readString(home.resolve("daemon.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True if it ends by itself. */
    boolean diesWithin(int seconds) {
        return Processes.ends(process, seconds);
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        Processes.ends(process, 30);
    }

    @Override
    public void close() {
        if (isAlive()) {
            kill();
        }
    }
}
