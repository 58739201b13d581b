package dev.expertd.daemon;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A pass that only remembers when it was called, and does on the way what a test asks for. */
final class RecordingPass implements Pass {
    private final Map<Path, Set<Path>> watch = new ConcurrentHashMap<>();
    private final Map<Path, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final Map<Path, Consumer<Path>> work = new ConcurrentHashMap<>();
    private final Map<Path, Duration> lookAgain = new ConcurrentHashMap<>();
    private final AtomicInteger glances = new AtomicInteger();
    private final List<Path> order = new CopyOnWriteArrayList<>();

    RecordingPass watching(Path worktree, Path... paths) {
        watch.put(worktree, Set.of(paths));
        return this;
    }

    RecordingPass working(Path worktree, Consumer<Path> task) {
        work.put(worktree, task);
        return this;
    }

    /** Asks once, with the next call, to be called again. */
    RecordingPass lookingAgain(Path worktree, Duration delay) {
        lookAgain.put(worktree, delay);
        return this;
    }

    /** Says so often that there is nothing yet, and then that a pass is worth it. */
    RecordingPass glancing(int times) {
        glances.set(times + 1);
        return this;
    }

    /** Glances that were still due. */
    int glances() {
        return glances.get();
    }

    int calls(Path worktree) {
        return calls.getOrDefault(worktree, new AtomicInteger()).get();
    }

    List<Path> order() {
        return order;
    }

    private Optional<Duration> glance() {
        int left = glances.getAndUpdate(before -> Math.max(0, before - 1));
        return left == 0 ? Optional.empty() : Optional.of(left == 1 ? Duration.ZERO : Duration.ofMillis(10));
    }

    @Override
    public Next run(Path worktree) {
        order.add(worktree);
        calls.computeIfAbsent(worktree, path -> new AtomicInteger()).incrementAndGet();
        work.getOrDefault(worktree, path -> {}).accept(worktree);
        return new Next(
                Optional.ofNullable(lookAgain.remove(worktree)),
                this::glance,
                watch.getOrDefault(worktree, Set.of(worktree)));
    }
}
