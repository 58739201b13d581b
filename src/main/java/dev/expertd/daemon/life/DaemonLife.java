package dev.expertd.daemon.life;

import dev.expertd.config.SettingsException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The daemon's process from its start to its end: it waits if those before it crashed, and notes how it ends itself. */
public final class DaemonLife {
    /** Whoever is broken from the start has crashed by then. */
    private static final Duration TO_SETTLE = Duration.ofSeconds(10);

    private final Logger log = LoggerFactory.getLogger("expertd");
    private final Optional<LifeNotes> notes;
    private final boolean byService;
    private volatile Runnable atStop = () -> {};

    /**
     * A life that has not begun.
     *
     * @param notes where it is noted; empty for a daemon that nobody would start again
     */
    public DaemonLife(Optional<LifeNotes> notes, boolean byService) {
        this.notes = notes;
        this.byService = byService;
    }

    /**
     * Begins, and waits if there were crashes.
     *
     * @param beforeWaiting done first if there is something to wait for
     */
    public void begin(Runnable beforeWaiting) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "expertd-stop"));
        if (notes.isEmpty()) {
            return;
        }
        Duration wait = notes.get().begin(byService);
        if (!wait.isZero()) {
            notes.get()
                    .loop(true)
                    .ifPresent(loop -> log.warn(
                            "the daemon crashed {} times in a row, last: {}; it waits {} s before it looks at anything",
                            loop.times(),
                            loop.reason(),
                            wait.toSeconds()));
            beforeWaiting.run();
            TimeUnit.NANOSECONDS.sleep(wait.toNanos());
        }
        if (byService) {
            Thread settling = new Thread(this::settle, "expertd-settle");
            settling.setDaemon(true);
            settling.start();
        }
    }

    /** What is to be stopped when the process is told to end. */
    public void stopping(Runnable what) {
        atStop = what;
    }

    /** It ends because of that. Who starts it by hand with settings that are refused is told, and mends them. */
    public void failed(Throwable error) {
        if (byService || !(error instanceof SettingsException)) {
            notes.ifPresent(all -> all.failed(error));
        }
    }

    private void stop() {
        atStop.run();
        notes.ifPresent(LifeNotes::stopped);
    }

    private void settle() {
        try {
            TimeUnit.NANOSECONDS.sleep(TO_SETTLE.toNanos());
            notes.ifPresent(LifeNotes::settled);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
