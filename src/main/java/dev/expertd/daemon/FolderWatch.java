package dev.expertd.daemon;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One watcher for all folders of all worktrees. It only makes things faster: whatever it misses, the sweep finds, so
 * every trouble it has means "look everywhere".
 */
final class FolderWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("expertd");

    private final Consumer<Path> onChange;
    private final Runnable lookEverywhere;
    private @Nullable DirectoryWatcher watcher;
    private Set<Path> roots = Set.of();
    private boolean working = true;

    /**
     * Watches nothing yet.
     *
     * @param onChange told the folder in which something happened
     */
    FolderWatch(Consumer<Path> onChange, Runnable lookEverywhere) {
        this.onChange = onChange;
        this.lookEverywhere = lookEverywhere;
    }

    /** True as long as the system gives watches; false means that only the sweep looks. */
    synchronized boolean isWorking() {
        return working;
    }

    /** Watches exactly these folders: the new watcher first, then the old one goes, then one full look. */
    synchronized void watch(Set<Path> folders) {
        Set<Path> existing = new LinkedHashSet<>();
        folders.stream().filter(Files::isDirectory).forEach(existing::add);
        if (existing.equals(roots)) {
            return;
        }
        DirectoryWatcher old = watcher;
        try {
            watcher = existing.isEmpty() ? null : build(existing);
            roots = existing;
            working = true;
        } catch (IOException | RuntimeException e) {
            watcher = null;
            roots = Set.of();
            working = false;
            LOG.warn("no folder can be watched ({}); looking every few seconds instead", e.getMessage());
        }
        close(old);
        lookEverywhere.run();
    }

    private DirectoryWatcher build(Set<Path> folders) throws IOException {
        DirectoryWatcher built = DirectoryWatcher.builder()
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
                .listener(this::changed)
                .build();
        Thread thread = new Thread(() -> run(built), "expertd-watch");
        thread.setDaemon(true);
        thread.start();
        return built;
    }

    private void run(DirectoryWatcher built) {
        while (!built.isClosed()) {
            try {
                built.watch();
            } catch (RuntimeException e) {
                lookEverywhere.run(); // an overflow is thrown, and what was queued is lost
            }
        }
    }

    private void changed(DirectoryChangeEvent event) {
        Path path = event.path();
        if (path == null || event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW) {
            lookEverywhere.run();
        } else {
            Path folder = path.getParent();
            onChange.accept(folder == null ? path : folder);
        }
    }

    @Override
    public synchronized void close() {
        close(watcher);
        watcher = null;
        roots = Set.of();
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
