package dev.expertd.daemon;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One worktree under watch: at most one pass over it runs at a time, and hints that come meanwhile become one more.
 *
 * <p>Hints only ever move the next pass closer, so a storm of them costs no more than a single one, and a worktree that
 * is hinted at without end takes its turn behind those that have waited.
 */
final class Watched {
    private static final Logger LOG = LoggerFactory.getLogger("expertd");
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration AT_MOST = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 6;
    private static final long NEVER = Long.MAX_VALUE;

    private final Path worktree;
    private final Path spool;
    private final Pass pass;
    private final Turn turn;
    private final ScheduledExecutorService workers;
    private final Unhurried unhurried;
    private final Runnable onNewFolders;

    private long nextAt = NEVER;
    private boolean running;
    private boolean glancing;
    private boolean retired;
    private int failures;
    private String lastFailure = "";
    private Set<Path> watch = Set.of();
    private Map<Path, Long> stamps;

    /**
     * A worktree that nobody has hinted at yet.
     *
     * @param spool where the hooks of its repository leave hints
     * @param turn shared by the worktrees of one repository
     */
    Watched(
            Path worktree,
            Path spool,
            Pass pass,
            Turn turn,
            ScheduledExecutorService workers,
            Unhurried unhurried,
            Runnable onNewFolders) {
        this.worktree = worktree;
        this.spool = spool;
        this.pass = pass;
        this.turn = turn;
        this.workers = workers;
        this.unhurried = unhurried;
        this.onNewFolders = onNewFolders;
        this.stamps = Map.of(spool, Stamps.of(spool));
    }

    Path spool() {
        return spool;
    }

    Turn turn() {
        return turn;
    }

    synchronized Set<Path> watch() {
        return watch;
    }

    /** Says that something may have happened; a pass is made after the delay at the latest. */
    synchronized void hint(Duration delay) {
        long at = System.nanoTime() + delay.toNanos();
        if (retired || nextAt != NEVER && nextAt - at <= 0) {
            return;
        }
        nextAt = at;
        if (!running) {
            schedule(delay);
        }
    }

    /** Looks at a handful of paths; has a pass made, in turn, if any of them is not as it was before the last pass. */
    void look() {
        Map<Path, Long> before;
        synchronized (this) {
            before = stamps;
        }
        Map<Path, Long> now = Stamps.of(before.keySet());
        if (!Objects.equals(now.get(spool), before.get(spool))) {
            hint(Duration.ZERO); // a hint that nobody was told of
        } else if (!now.equals(before)) {
            unhurried.add(this);
        }
    }

    /** Makes a pass here and now, unless one is running, which is then followed by another. */
    void lookNow() {
        synchronized (this) {
            if (retired) {
                return;
            }
            nextAt = System.nanoTime();
        }
        runIfDue();
    }

    /** No pass begins from now on. */
    synchronized void retire() {
        retired = true;
        nextAt = NEVER;
    }

    /** The turn is free: tries again at once. */
    void resume() {
        schedule(Duration.ZERO);
    }

    private void schedule(Duration delay) {
        var unused = workers.schedule(this::runIfDue, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void runIfDue() {
        synchronized (this) {
            if (running || nextAt == NEVER || nextAt - System.nanoTime() > 0 || !turn.take(this)) {
                return;
            }
            running = true;
            nextAt = NEVER;
        }
        try {
            run();
        } finally {
            turn.release();
            synchronized (this) {
                running = false;
                if (nextAt != NEVER) {
                    schedule(Duration.ofNanos(Math.max(0, nextAt - System.nanoTime())));
                }
            }
        }
    }

    private void run() {
        try {
            Map<Path, Long> before = new HashMap<>(Stamps.of(watch()));
            before.put(spool, Stamps.of(spool));
            Pass.Next next = pass.run(worktree);
            if (took(next, before)) {
                onNewFolders.run();
            }
            next.lookAgain().ifPresent(this::again);
            glance(next.glance());
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    /** One chain of glances at a time: each says when the next one is due. */
    private void glance(Supplier<Optional<Duration>> glance) {
        Optional<Duration> next = glance.get();
        synchronized (this) {
            if (next.isEmpty() || retired || glancing) {
                return;
            }
            glancing = !next.get().isZero();
        }
        if (next.get().isZero()) {
            hint(Duration.ZERO);
        } else {
            var unused = workers.schedule(() -> glanceAgain(glance), next.get().toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void glanceAgain(Supplier<Optional<Duration>> glance) {
        synchronized (this) {
            glancing = false;
        }
        try {
            glance(glance);
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    private void again(Duration delay) {
        if (delay.isZero()) {
            unhurried.add(this);
        } else {
            hint(delay);
        }
    }

    /** Remembers what a pass saw; true if there are other folders to watch. */
    private synchronized boolean took(Pass.Next next, Map<Path, Long> before) {
        failures = 0;
        lastFailure = "";
        boolean moved = !next.watch().isEmpty() && !next.watch().equals(watch);
        if (moved) {
            watch = next.watch();
            before.keySet().removeIf(path -> !watch.contains(path) && !path.equals(spool));
            // A stamp taken now would hide what happened since the pass looked; none at all brings one more pass.
            watch.forEach(path -> before.putIfAbsent(path, Long.MIN_VALUE));
        }
        stamps = before;
        return moved;
    }

    /** One line each time something new goes wrong; then again ever more seldom. */
    private void failed(Throwable e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        Duration delay;
        boolean isNew;
        synchronized (this) {
            failures++;
            isNew = !message.equals(lastFailure);
            lastFailure = message;
            delay = AFTER_FAILURE.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        }
        if (isNew) {
            LOG.error("{}: {}", worktree, message.replace('\n', ' '));
            LOG.debug("from", e);
        }
        hint(delay.compareTo(AT_MOST) > 0 ? AT_MOST : delay);
    }
}
