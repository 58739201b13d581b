package dev.expertd.daemon;

import dev.expertd.io.DurableFile;
import dev.expertd.io.PassLock;
import dev.expertd.io.Places;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Starts and stops the background service from another process. Whether one runs is told by its lock, which the system
 * takes back however it ended; the number in a file could be somebody else's by now.
 */
public final class DaemonControl {
    /** The lock that the one daemon of a user holds as long as it runs. */
    public static final String LOCK = "daemon";

    private static final Duration START = Duration.ofSeconds(10);
    private static final Duration BY_OTHERS = Duration.ofSeconds(40);
    private static final Duration STOP = Duration.ofSeconds(12);
    private static final Duration STEP = Duration.ofMillis(20);

    private final Places places;
    private final Map<String, String> environment;
    private final Duration patience;

    /** For the user whose places these are; {@code PATH} of the environment is searched. */
    public DaemonControl(Places places, Map<String, String> environment) {
        this(places, environment, STOP);
    }

    DaemonControl(Places places, Map<String, String> environment, Duration patience) {
        this.places = places;
        this.environment = environment;
        this.patience = patience;
    }

    /**
     * The daemon that runs now and is ready, if one is. Between taking the lock and writing its number a daemon that
     * just starts has the files of the one before, so the process is looked at too.
     */
    public Optional<DaemonState> running() {
        try {
            if (!PassLock.isHeld(places.locks(), LOCK)) {
                return Optional.empty();
            }
            Optional<Long> holder = PassLock.holder(places.locks(), LOCK);
            return DaemonState.read(places.daemonState())
                    .filter(state -> holder.filter(pid -> pid == state.pid()).isPresent())
                    .filter(state -> process(state).isPresent());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Starts the service as a process of its own, unless one runs, and waits until it is ready.
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
        List<String> detached = new ArrayList<>(ownSession());
        detached.addAll(command);
        Path output = places.daemonOutput();
        DurableFile.makePrivate(output);
        DurableFile.closeToOthers(output); // of an earlier version
        ProcessBuilder builder = new ProcessBuilder(detached)
                .directory(places.state().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectOutput(ProcessBuilder.Redirect.to(output.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        Process process = builder.start();
        // Ours may have ended because another, started at the same moment, was first and is not ready yet.
        Optional<DaemonState> now = await(START, this::running, () -> !process.isAlive() && isGone());
        return now.orElseThrow(() -> new IOException("the daemon did not start: " + lastLine(output)));
    }

    /**
     * Waits until a daemon that somebody else starts is ready.
     *
     * @param before the process of the one before, which is not waited for; 0 if there was none
     * @param hopeless asked again and again; true if it will not come up any more
     */
    public Optional<DaemonState> awaitReady(long before, Supplier<Boolean> hopeless) {
        return await(BY_OTHERS, () -> running().filter(state -> state.pid() != before), hopeless)
                .filter(state -> state.pid() != before);
    }

    /** True if the daemon that runs was started from another program than this one, as before an upgrade. */
    public boolean runsAnotherProgram() {
        String program = System.getProperty("java.class.path", "");
        return running()
                .flatMap(DaemonControl::process)
                .flatMap(process -> process.info().arguments())
                .filter(arguments -> !List.of(arguments).contains(program))
                .isPresent();
    }

    /** Stops the service and waits until it is gone; false if none was running. */
    public boolean stop() throws IOException {
        if (!PassLock.isHeld(places.locks(), LOCK)) {
            return false;
        }
        Optional<DaemonState> running = await(patience, this::running, this::isGone);
        if (running.isEmpty() && isGone()) {
            return true;
        }
        DaemonState state = running.orElseThrow(() -> new IOException(holder()
                + " holds " + places.locks().resolve(LOCK)
                + " but has not become a daemon of expertd; end it yourself if it should not"));
        Optional<ProcessHandle> process = process(state);
        process.ifPresent(ProcessHandle::destroy);
        return await(
                        patience,
                        () -> process.filter(ProcessHandle::isAlive).isPresent() ? Optional.empty() : Optional.of(true),
                        () -> false)
                .orElseThrow(() -> new IOException("the daemon (process " + state.pid()
                        + ") does not stop; end it with `kill -9 " + state.pid() + "`"));
    }

    /** Stops the service, or ends it if it does not stop: it is made to survive that. False if none was running. */
    public boolean end() throws IOException {
        try {
            return stop();
        } catch (IOException e) {
            Optional<ProcessHandle> process = running().flatMap(DaemonControl::process);
            if (process.isEmpty()) {
                throw e;
            }
            process.ifPresent(ProcessHandle::destroyForcibly);
            await(patience, Optional::empty, this::isGone);
            if (!isGone()) {
                throw e;
            }
            return true;
        }
    }

    private String holder() {
        return PassLock.holder(places.locks(), LOCK)
                .map(pid -> "process " + pid)
                .orElse("another process");
    }

    private static Optional<ProcessHandle> process(DaemonState state) {
        return ProcessHandle.of(state.pid()).filter(state::isThat);
    }

    private boolean isGone() {
        try {
            return !PassLock.isHeld(places.locks(), LOCK);
        } catch (IOException e) {
            return true;
        }
    }

    /** Asks until there is an answer, time is over or there is no hope; then once more. */
    private static <T> Optional<T> await(
            Duration patience, Supplier<Optional<T>> question, Supplier<Boolean> hopeless) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end && !hopeless.get()) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer;
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        return question.get();
    }

    /** The program that makes a process survive the terminal it was started from; none where there is none. */
    private List<String> ownSession() {
        for (String name : List.of("setsid", "nohup")) {
            for (String folder : Pattern.compile(File.pathSeparator).split(environment.getOrDefault("PATH", ""), -1)) {
                if (folder.startsWith("/") && Files.isExecutable(Path.of(folder, name))) {
                    return List.of(Path.of(folder, name).toString());
                }
            }
        }
        return List.of();
    }

    private String lastLine(Path output) {
        try {
            List<String> lines = Files.readAllLines(output);
            return lines.isEmpty() ? places.log() + " may say why" : lines.get(lines.size() - 1);
        } catch (IOException e) {
            return output + " cannot be read";
        }
    }

    private static File nothing() {
        return new File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
    }
}
