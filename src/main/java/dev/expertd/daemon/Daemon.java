package dev.expertd.daemon;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The background service. Hooks, watches and the sweep are hints to one and the same pass; which worktrees there are is
 * asked again and again, so that enrolling needs no restart.
 */
public final class Daemon implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("expertd");
    private static final Duration ON_SPOOL = Duration.ofMillis(5);
    private static final Duration ON_WATCH = Duration.ofMillis(20);
    private static final int WORKERS = 2;
    private static final int SWEEPS_TO_FULL_LOOK = 20;

    private final Pass pass;
    private final Supplier<Map<Path, Path>> worktrees;
    private final Duration sweep;
    private final Consumer<String> onMode;
    private final ScheduledExecutorService workers;
    private final FolderWatch folders;
    private final Map<Path, Watched> watched = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Map<Path, Path> spools = Map.of();
    private int sweeps;

    /**
     * A daemon that has not started.
     *
     * @param worktrees each worktree to look after, with the spool file of its repository
     * @param onMode told how changes are found, whenever that changes: {@code watch} or {@code sweep}
     */
    public Daemon(Pass pass, Supplier<Map<Path, Path>> worktrees, Duration sweep, Consumer<String> onMode) {
        this.pass = pass;
        this.worktrees = worktrees;
        this.sweep = sweep;
        this.onMode = onMode;
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(WORKERS);
        pool.setRemoveOnCancelPolicy(true);
        pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.workers = pool;
        this.folders = new FolderWatch(this::changed, this::lookEverywhere);
    }

    /** Starts, catches up with what happened meanwhile, and returns when {@link #close} was called. */
    public void run() throws InterruptedException {
        reload();
        ScheduledFuture<?> sweeping =
                workers.scheduleWithFixedDelay(this::sweep, sweep.toMillis(), sweep.toMillis(), TimeUnit.MILLISECONDS);
        stopped.await();
        sweeping.cancel(false);
    }

    /** Stops: no new pass begins, and the running one is given a while to end. */
    @Override
    public void close() {
        folders.close();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(8, TimeUnit.SECONDS)) {
                LOG.warn("a pass was still running; what it began is finished after the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stopped.countDown();
    }

    private synchronized void reload() {
        Map<Path, Path> now = worktrees.get();
        watched.keySet().removeIf(worktree -> !now.containsKey(worktree));
        spools = now;
        now.keySet()
                .forEach(worktree -> watched.computeIfAbsent(worktree, path -> {
                    Watched added = new Watched(path, pass, workers, changed -> rewatch());
                    added.hint(Duration.ZERO);
                    return added;
                }));
        rewatch();
    }

    private void rewatch() {
        Set<Path> all = new LinkedHashSet<>();
        watched.values().forEach(worktree -> all.addAll(worktree.watch()));
        spools.values().forEach(spool -> {
            if (spool.getParent() != null) {
                all.add(spool.getParent());
            }
        });
        folders.watch(all);
        onMode.accept(folders.isWorking() ? "watch" : "sweep");
    }

    private void changed(Path folder) {
        boolean spooled = spools.values().stream().anyMatch(spool -> folder.equals(spool.getParent()));
        for (Watched worktree : watched.values()) {
            if (spooled || worktree.watch().contains(folder)) {
                worktree.hint(spooled ? ON_SPOOL : ON_WATCH);
            }
        }
    }

    private void lookEverywhere() {
        watched.values().forEach(worktree -> worktree.hint(ON_WATCH));
    }

    private void sweep() {
        try {
            reload();
            boolean full = ++sweeps % SWEEPS_TO_FULL_LOOK == 0;
            for (Watched worktree : watched.values()) {
                if (full) {
                    worktree.hint(Duration.ZERO);
                } else {
                    Path spool = spools.get(worktree.worktree());
                    worktree.sweep(spool == null ? Set.of() : Set.of(spool));
                }
            }
        } catch (RuntimeException e) {
            LOG.error("the sweep failed: {}", e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }
}
