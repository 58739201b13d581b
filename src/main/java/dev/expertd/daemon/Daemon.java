package dev.expertd.daemon;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The background service. Hooks, watches and the sweep are hints to one and the same pass; which worktrees there are is
 * asked again and again, so that enrolling needs no restart.
 *
 * <p>Threads: three workers make passes, one of them at most such that nobody waits for; one, the guard, sweeps and replaces the watcher; one belongs to the watcher and
 * only hands on hints. So a pass that hangs stops neither the sweep nor the other repositories.
 */
public final class Daemon implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("expertd");
    private static final Duration ON_SPOOL = Duration.ofMillis(5);
    private static final Duration ON_WATCH = Duration.ofMillis(20);
    private static final Duration TO_REWATCH = Duration.ofMillis(20);
    private static final int SHARE_OF_REWATCHING = 20;
    private static final Duration TO_STOP = Duration.ofSeconds(8);
    private static final int WORKERS = 3;

    /** So many sweeps after its last full look a worktree gets another, whatever the stamps say; where there are many,
     *  later, since a look costs a hundred times what a sweep costs. */
    private static final int SWEEPS_TO_FULL_LOOK = 120;

    private static final double FULL_LOOKS_IN_A_SWEEP = 0.5;

    private final Pass pass;
    private final Supplier<Map<Path, Path>> worktrees;
    private final Path settings;
    private final Duration sweep;
    private final Consumer<String> onMode;
    private final ScheduledThreadPoolExecutor workers = pool(WORKERS, "expertd-pass");
    private final ScheduledThreadPoolExecutor guard = pool(1, "expertd-sweep");
    private final Unhurried unhurried = new Unhurried(workers);
    private final FolderWatch folders;
    private final HeapReturn heap = new HeapReturn();
    private final Map<Path, Watched> watched = new ConcurrentHashMap<>();
    private final AtomicBoolean rewatchDue = new AtomicBoolean();
    private final AtomicBoolean reloadDue = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Map<Path, List<Watched>> byFolder = Map.of();
    private volatile Map<Path, List<Watched>> bySpool = Map.of();
    private volatile long restFromRewatching;
    private double fullLooksDue;
    private int fullLooks;

    /**
     * A daemon that has not started.
     *
     * @param worktrees each worktree to look after, with the spool file of its repository
     * @param settings the file that says which repositories are enrolled; a change of it counts at once
     * @param onMode told how changes are found, whenever that may have changed: {@code watch} or {@code sweep}
     */
    public Daemon(
            Pass pass, Supplier<Map<Path, Path>> worktrees, Path settings, Duration sweep, Consumer<String> onMode) {
        this(pass, worktrees, settings, sweep, onMode, Optional::empty);
    }

    Daemon(
            Pass pass,
            Supplier<Map<Path, Path>> worktrees,
            Path settings,
            Duration sweep,
            Consumer<String> onMode,
            FolderWatch.Services services) {
        this.pass = worktree -> {
            heap.worked();
            return pass.run(worktree);
        };
        this.worktrees = worktrees;
        this.settings = settings;
        this.sweep = sweep;
        this.onMode = onMode;
        this.folders = new FolderWatch(this::changed, this::rewatchSoon, services);
    }

    /** Starts, catches up with what happened meanwhile, and returns when {@link #close} was called. */
    public void run() throws InterruptedException {
        var unused = guard.scheduleWithFixedDelay(this::sweep, 0, sweep.toNanos(), TimeUnit.NANOSECONDS);
        stopped.await();
    }

    /** Stops: no new pass begins, and the running one is given a while to end. Twice is once. */
    @Override
    public void close() {
        guard.shutdown();
        folders.close();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("a pass was still running; what it began is finished after the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stopped.countDown();
    }

    private void sweep() {
        try {
            reload();
            watched.values().forEach(Watched::look);
            fullLookIfDue();
            rewatch();
            heap.whenQuiet();
        } catch (RuntimeException | Error e) {
            LOG.error("the sweep failed: {}", e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    /** One worktree after another. */
    private void fullLookIfDue() {
        List<Watched> all = List.copyOf(watched.values());
        fullLooksDue += Math.min(FULL_LOOKS_IN_A_SWEEP, all.size() / (double) SWEEPS_TO_FULL_LOOK);
        if (fullLooksDue >= 1 && !all.isEmpty()) {
            fullLooksDue--;
            unhurried.add(all.get(fullLooks++ % all.size()));
        }
    }

    /** Somebody enrols a repository, or commits in a worktree that was made a moment ago: it is looked after now. */
    private void reloadSoon() {
        if (reloadDue.compareAndSet(false, true)) {
            guard.execute(() -> {
                reloadDue.set(false);
                try {
                    reload();
                } catch (RuntimeException e) {
                    LOG.error("the worktrees cannot be listed: {}", String.valueOf(e.getMessage()));
                }
            });
        }
    }

    private void reload() {
        Map<Path, Path> now = worktrees.get();
        watched.entrySet().removeIf(entry -> {
            boolean gone = !entry.getValue().spool().equals(now.get(entry.getKey()));
            if (gone) {
                entry.getValue().retire();
            }
            return gone;
        });
        List<Map.Entry<FileTime, Watched>> added = new ArrayList<>();
        now.forEach((path, spool) -> watched.computeIfAbsent(path, key -> {
            Turn turn = watched.values().stream()
                    .filter(other -> other.spool().equals(spool))
                    .findFirst()
                    .map(Watched::turn)
                    .orElseGet(Turn::new);
            Watched worktree = new Watched(path, spool, pass, turn, workers, unhurried, this::rewatchSoon);
            added.add(Map.entry(Stamps.changed(spool), worktree));
            return worktree;
        }));
        // Where somebody has just committed, a line is waited for.
        added.sort(Map.Entry.<FileTime, Watched>comparingByKey().reversed());
        added.forEach(entry -> unhurried.add(entry.getValue()));
    }

    /** Replaces the watcher soon, once for many reasons, and never spends more than a twentieth of the time on it. */
    private void rewatchSoon() {
        if (rewatchDue.compareAndSet(false, true)) {
            long delay = Math.max(TO_REWATCH.toNanos(), restFromRewatching);
            var unused = guard.schedule(this::rewatch, delay, TimeUnit.NANOSECONDS);
        }
    }

    private void rewatch() {
        rewatchDue.set(false);
        Set<Path> all = new LinkedHashSet<>();
        if (settings.getParent() != null) {
            all.add(settings.getParent());
        }
        Map<Path, List<Watched>> folder = new HashMap<>();
        Map<Path, List<Watched>> spool = new HashMap<>();
        for (Watched worktree : watched.values()) {
            all.addAll(worktree.watch());
            worktree.watch().forEach(path -> listed(folder, path).add(worktree));
            listed(spool, worktree.spool()).add(worktree);
            if (worktree.spool().getParent() != null) {
                all.add(worktree.spool().getParent());
            }
        }
        byFolder = folder;
        bySpool = spool;
        long begun = System.nanoTime();
        if (folders.watch(all)) {
            watched.values().forEach(Watched::look);
            restFromRewatching = (System.nanoTime() - begun) * SHARE_OF_REWATCHING;
        }
        onMode.accept(folders.isWorking() ? "watch" : "sweep");
    }

    /** A folder made again is reported by its parent, so the parent counts, not the root of the watch. */
    private void changed(Path path) {
        if (path.equals(settings) || bySpool.containsKey(path)) {
            reloadSoon();
        }
        bySpool.getOrDefault(path, List.of()).forEach(worktree -> worktree.hint(ON_SPOOL));
        byFolder.getOrDefault(path, List.of()).forEach(worktree -> worktree.hint(ON_WATCH));
        Path parent = path.getParent();
        if (parent != null) {
            byFolder.getOrDefault(parent, List.of()).forEach(worktree -> worktree.hint(ON_WATCH));
        }
    }

    private static List<Watched> listed(Map<Path, List<Watched>> lists, Path key) {
        return lists.computeIfAbsent(key, path -> new ArrayList<>());
    }

    /** A pool that forgets what is due when it is shut down, and lets go whatever is handed to it after. */
    private static ScheduledThreadPoolExecutor pool(int threads, String name) {
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(
                threads, task -> new Thread(task, name), new ThreadPoolExecutor.DiscardPolicy());
        pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return pool;
    }
}
