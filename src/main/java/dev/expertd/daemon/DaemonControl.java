package dev.expertd.daemon;

import dev.expertd.io.DurableFile;
import dev.expertd.io.Places;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Starts and stops the background service from another process. */
public final class DaemonControl {
    private static final Duration START = Duration.ofSeconds(15);
    private static final Duration STOP = Duration.ofSeconds(12);
    private static final Duration STEP = Duration.ofMillis(50);

    private final Places places;

    public DaemonControl(Places places) {
        this.places = places;
    }

    /** The daemon that runs now, if one does. */
    public Optional<DaemonState> running() {
        return DaemonState.read(places.daemonState()).filter(DaemonState::isRunning);
    }

    /**
     * Starts the service as a process of its own, unless one runs.
     *
     * @param command the program and its arguments that run the daemon in the foreground
     * @throws IOException with one line if it does not come up
     */
    public DaemonState start(List<String> command) throws IOException {
        Optional<DaemonState> before = running();
        if (before.isPresent()) {
            return before.get();
        }
        places.make();
        Path log = places.log();
        DurableFile.makePrivate(log);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(places.state().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        Process process = builder.start();
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            Optional<DaemonState> now = running();
            if (now.isPresent()) {
                return now.get();
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        Optional<DaemonState> other = running();
        if (other.isPresent()) {
            return other.get();
        }
        throw new IOException("the daemon did not start; " + log + " says why");
    }

    /** Stops the service and waits until it is gone; false if none was running. */
    public boolean stop() throws IOException {
        Optional<DaemonState> running = running();
        if (running.isEmpty()) {
            return false;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(running.get().pid());
        process.ifPresent(ProcessHandle::destroy);
        long end = System.nanoTime() + STOP.toNanos();
        while (System.nanoTime() < end) {
            if (process.isEmpty() || !process.get().isAlive()) {
                return true;
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        throw new IOException("the daemon (process " + running.get().pid() + ") does not stop; end it with `kill -9 "
                + running.get().pid() + "`");
    }

    private static File nothing() {
        return new File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
    }
}
