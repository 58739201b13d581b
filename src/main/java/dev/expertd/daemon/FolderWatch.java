package dev.expertd.daemon;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryChangeEvent.EventType;
import io.methvin.watcher.DirectoryChangeListener;
import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One watcher for all folders of all worktrees. It only makes things faster: whatever it misses, the sweep finds, so
 * every trouble it has means "look everywhere" and a watcher made anew.
 *
 * <p>The watcher tells a listener of its exceptions instead of throwing them, an overflow among them; it ends by itself
 * when its last folder is deleted; and a folder deleted and made again is another folder, which it may not have noticed.
 */
final class FolderWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("expertd");
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    private static final Duration BRIEF = Duration.ofSeconds(2);
    private static final int BRIEF_LIVES = 3;

    /** Makes what the system gives notice with; fails when it has no more to give. */
    @FunctionalInterface
    interface Services {
        Optional<WatchService> make() throws IOException;
    }

    private final Consumer<Path> onChange;
    private final Runnable onTrouble;
    private final Services services;
    private @Nullable DirectoryWatcher watcher;
    private Map<Path, Object> roots = Map.of();
    private boolean working = true;
    private long failedAt;

    /** So many watchers in a row ended as soon as they were made: the system gives no watch, and says so to none. */
    private int briefLives;

    private volatile boolean troubled;

    /**
     * Watches nothing yet.
     *
     * @param onChange told the path at which something happened
     * @param onTrouble told that something may have been missed; {@link #watch} is to be called again
     */
    FolderWatch(Consumer<Path> onChange, Runnable onTrouble, Services services) {
        this.onChange = onChange;
        this.onTrouble = onTrouble;
        this.services = services;
    }

    /** True as long as the system gives watches; false means that only the sweep looks. */
    synchronized boolean isWorking() {
        return working;
    }

    /**
     * Watches exactly these folders, those that exist: the new watcher first, then the old one goes.
     *
     * @return true if a watcher was made, so that a look at everything is due
     */
    synchronized boolean watch(Set<Path> folders) {
        Map<Path, Object> now = existing(folders);
        boolean same = now.equals(roots) && !troubled && (watcher == null || !watcher.isClosed());
        boolean waiting = !working && System.nanoTime() - failedAt < AFTER_FAILURE.toNanos();
        if (same || waiting) {
            return false;
        }
        DirectoryWatcher old = watcher;
        troubled = false;
        try {
            watcher = now.isEmpty() ? null : build(Set.copyOf(now.keySet()));
            roots = now;
            if (!working && briefLives == 0) {
                LOG.info("folders can be watched again");
            }
            working = true;
        } catch (IOException | RuntimeException e) {
            failed(String.valueOf(e.getMessage()));
        }
        close(old);
        return working;
    }

    private void failed(String why) {
        watcher = null;
        roots = Map.of();
        failedAt = System.nanoTime();
        if (working && briefLives <= BRIEF_LIVES) {
            LOG.warn("no folder can be watched ({}); the sweep looks instead", why);
        }
        working = false;
    }

    private DirectoryWatcher build(Set<Path> folders) throws IOException {
        Optional<WatchService> service = services.make();
        DirectoryWatcher.Builder builder = DirectoryWatcher.builder()
                .paths(List.copyOf(folders))
                .fileHashing(false)
                .fileTreeVisitor((start, onDirectory, onFile) -> {
                    // The roots alone: without this, every folder below them would cost a watch.
                    if (folders.contains(start)) {
                        onDirectory.call(start);
                    } else {
                        onFile.call(start);
                    }
                })
                .listener(new Listener());
        service.ifPresent(builder::watchService);
        DirectoryWatcher built = builder.build();
        Thread thread = new Thread(() -> run(built), "expertd-watch");
        thread.setDaemon(true);
        thread.start();
        return built;
    }

    private void run(DirectoryWatcher built) {
        long since = System.nanoTime();
        try {
            built.watch();
        } catch (RuntimeException e) {
            LOG.debug("the watcher ended", e);
        }
        trouble(built, System.nanoTime() - since < BRIEF.toNanos());
    }

    /** A watcher that was replaced on purpose ends too; that is no trouble. */
    private void trouble(DirectoryWatcher ended, boolean brief) {
        synchronized (this) {
            if (ended != watcher) {
                return;
            }
            troubled = true;
            briefLives = brief ? briefLives + 1 : 0;
            if (briefLives >= BRIEF_LIVES) {
                failed("each watcher ends at once, as if there were no watch left");
            }
        }
        onTrouble.run();
    }

    /** Hands on what happened; exceptions, an overflow among them, are trouble. */
    private final class Listener implements DirectoryChangeListener {
        @Override
        public void onEvent(DirectoryChangeEvent event) {
            Path path = event.path();
            if (path == null || event.eventType() == EventType.OVERFLOW) {
                troubled = true;
                onTrouble.run();
            } else if (event.eventType() == EventType.DELETE || !path.toString().endsWith(".lock")) {
                onChange.accept(path); // what git is about to do does not count, that it has ended does
            }
        }

        @Override
        public void onException(Exception e) {
            LOG.debug("the watcher had an exception", e);
            troubled = true;
            onTrouble.run();
        }
    }

    /** The folders that are there, each with what the file system knows it by. */
    private static Map<Path, Object> existing(Set<Path> folders) {
        Map<Path, Object> existing = new HashMap<>();
        for (Path folder : folders) {
            try {
                BasicFileAttributes found = Files.readAttributes(folder, BasicFileAttributes.class);
                if (found.isDirectory()) {
                    existing.put(folder, Objects.requireNonNullElse(found.fileKey(), found.creationTime()));
                }
            } catch (IOException e) {
                // not there yet: its parent, which is watched, tells when it is
            }
        }
        return existing;
    }

    @Override
    public synchronized void close() {
        DirectoryWatcher old = watcher;
        watcher = null;
        roots = Map.of();
        close(old);
    }

    private static void close(@Nullable DirectoryWatcher watcher) {
        if (watcher != null) {
            try {
                watcher.close();
            } catch (IOException e) {
                LOG.debug("a watcher did not close", e);
            }
        }
    }
}
