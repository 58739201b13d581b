package dev.expertd.learn;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Expertise files that were there at the last look and are not now. A checkout takes a file away before it puts the other
 * one in its place, and so do some editors; a file that was saved in another encoding is there and cannot be read. For
 * that time a repository seems to have no such expert, and what would be judged then would teach him nothing, for good. So
 * nothing is judged until the file is back and can be read, or stays away.
 *
 * <p>Used by one daemon for all repositories.
 */
final class Vanished {
    /** So long a file stays away if it is gone for good; replacing one takes some milliseconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Somebody has to save it anew. */
    private static final Duration UNREADABLE = Duration.ofSeconds(5);

    private static final Duration STEP = Duration.ofMillis(100);

    private final Map<Path, Look> looks = new HashMap<>();

    /** What one worktree had, and when the first of it was missed; {@link System#nanoTime}. */
    private record Look(Set<String> files, Optional<Long> missedAt) {}

    /** When to look again, if a file may be about to come back; empty if what is there now is all there is. */
    synchronized Optional<Duration> mayComeBack(Site site) {
        Set<String> now =
                site.experts().stream().map(view -> view.expert().file()).collect(Collectors.toSet());
        Look last = looks.computeIfAbsent(site.root(), root -> new Look(known(site), Optional.empty()));
        long missedAt = last.missedAt().orElseGet(System::nanoTime);
        boolean isOver = System.nanoTime() - missedAt > PATIENCE.toNanos();
        if (last.files().stream().allMatch(file -> now.contains(file) || isOver && !isUnreadable(site, file))) {
            looks.put(site.root(), new Look(now, Optional.empty()));
            return Optional.empty();
        }
        looks.put(site.root(), new Look(last.files(), Optional.of(missedAt)));
        return Optional.of(isOver ? UNREADABLE : STEP);
    }

    /** The same for a process that has looked at nothing before and does not wait: only what cannot be read counts. */
    static Optional<Duration> hidesLines(Site site) {
        return known(site).stream().anyMatch(file -> isUnreadable(site, file))
                ? Optional.of(UNREADABLE)
                : Optional.empty();
    }

    private static boolean isUnreadable(Site site, String file) {
        Path path = site.root().resolve(file);
        return Files.exists(path)
                && site.experts().stream()
                        .noneMatch(view -> view.expert().file().equals(file))
                && site.checkout().problems().stream().anyMatch(problem -> problem.startsWith(path + " "));
    }

    /** Before the first look: what a daemon that ran earlier wrote to. */
    private static Set<String> known(Site site) {
        return Set.copyOf(site.journal().learnings().files(site.repository(), site.worktree()));
    }
}
