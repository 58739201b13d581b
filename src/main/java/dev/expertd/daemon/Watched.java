package dev.expertd.daemon;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One worktree under watch: at most one pass over it runs at a time, and hints that come meanwhile become one more.
 *
 * <p>Hints only ever move the next pass closer, so a storm of them costs no more than a single one.
 */
final class Watched {
    private static final Logger LOG = LoggerFactory.getLogger("expertd");
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration AT_MOST = Duration.ofMinutes(5);

    private final Path worktree;
    private final Pass pass;
    private final ScheduledExecutorService workers;
    private final Consumer<Watched> onNewFolders;

    private long nextAt = Long.MAX_VALUE;
    private boolean running;
    private int failures;
    private String lastFailure = "";
    private Set<Path> watch = Set.of();
    private String stamp = "";

    Watched(Path worktree, Pass pass, ScheduledExecutorService workers, Consumer<Watched> onNewFolders) {
        this.worktree = worktree;
        this.pass = pass;
        this.workers = workers;
        this.onNewFolders = onNewFolders;
    }

    Path worktree() {
        return worktree;
    }

    synchronized Set<Path> watch() {
        return watch;
    }

    /** Says that something may have happened; a pass is made after the delay at the latest. */
    synchronized void hint(Duration delay) {
        long at = System.nanoTime() + delay.toNanos();
        if (nextAt != Long.MAX_VALUE && nextAt - at <= 0) {
            return;
        }
        nextAt = at;
        if (!running) {
            schedule(delay);
        }
    }

    /** Looks at a handful of paths; hints at a pass if any of them changed since the last look. */
    void sweep(Set<Path> always) {
        Set<Path> paths;
        synchronized (this) {
            paths = watch;
        }
        String now = Stamps.of(paths) + Stamps.of(always);
        boolean changed;
        synchronized (this) {
            changed = !now.equals(stamp);
            stamp = now;
        }
        if (changed) {
            hint(Duration.ZERO);
        }
    }

    private void schedule(Duration delay) {
        if (!workers.isShutdown()) {
            ScheduledFuture<?> due = workers.schedule(this::runIfDue, delay.toNanos(), TimeUnit.NANOSECONDS);
            LOG.trace("{} due: {}", worktree, due);
        }
    }

    private void runIfDue() {
        synchronized (this) {
            if (running || nextAt == Long.MAX_VALUE || nextAt - System.nanoTime() > 0) {
                return;
            }
            running = true;
            nextAt = Long.MAX_VALUE;
        }
        try {
            Pass.Next next = pass.run(worktree);
            boolean moved;
            synchronized (this) {
                failures = 0;
                lastFailure = "";
                moved = !next.watch().equals(watch);
                watch = next.watch();
            }
            if (moved) {
                onNewFolders.accept(this);
            }
            next.lookAgain().ifPresent(this::hint);
        } catch (RuntimeException e) {
            failed(e);
        } finally {
            synchronized (this) {
                running = false;
                if (nextAt != Long.MAX_VALUE) {
                    schedule(Duration.ofNanos(Math.max(0, nextAt - System.nanoTime())));
                }
            }
        }
    }

    /** One line each time something new goes wrong; then again ever more seldom. */
    private void failed(RuntimeException e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        Duration delay;
        boolean isNew;
        synchronized (this) {
            failures++;
            isNew = !message.equals(lastFailure);
            lastFailure = message;
            delay = AFTER_FAILURE.multipliedBy(1L << Math.min(failures - 1, 6));
        }
        if (isNew) {
            LOG.error("{}: {}", worktree, message.replace('\n', ' '));
            LOG.debug("from", e);
        }
        hint(delay.compareTo(AT_MOST) > 0 ? AT_MOST : delay);
    }
}
