package dev.expertd.cli.finding;

import dev.expertd.git.GitException;
import dev.expertd.git.GitReader;
import dev.expertd.git.Unfinished;
import dev.expertd.journal.Journal;
import dev.expertd.trace.TestRunner;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether what happens in a repository comes to anything.
 *
 * @param unseen commits that are there and were never looked at
 * @param since when the oldest of them was made or, if there is none, since when the oldest found one waits to be judged
 * @param unfinished what git is in the middle of
 * @param runners lines that make the test runners leave a report; only asked if no run was ever seen
 * @param withoutRuns none of the last ten acts of commits has a run
 * @param silence why the last thirty acts all taught nothing, with the number of acts; empty if one did
 */
public record Standing(
        int unseen,
        Optional<Instant> since,
        Optional<Unfinished> unfinished,
        List<String> runners,
        boolean withoutRuns,
        List<Map.Entry<String, Integer>> silence) {
    /** So many commits without any run are no accident. */
    static final int COMMITS = 10;

    /** So many acts that taught nothing are no accident. */
    static final int ACTS = 30;

    static final Standing UNKNOWN = new Standing(0, Optional.empty(), Optional.empty(), List.of(), false, List.of());

    /** More than these are only counted. */
    private static final int LIMIT = 1000;

    static Standing of(Journal journal, String repository, GitReader git, boolean hasRun) {
        List<String> unseen = unseen(journal, repository, git);
        Path root = git.layout().workTree();
        return new Standing(
                unseen.size(),
                unseen.isEmpty() ? journal.standing().waitingSince(repository) : git.committed(unseen.get(0)),
                Unfinished.in(git.layout()),
                hasRun
                        ? List.of()
                        : TestRunner.in(root).stream()
                                .map(TestRunner.Seen::line)
                                .toList(),
                journal.standing().isWithoutRuns(repository, COMMITS),
                journal.standing().isSilent(repository, ACTS)
                        ? journal.standing().reasonsForSilence(repository, ACTS)
                        : List.of());
    }

    /** Asks the graph only if a branch has moved since the last look. */
    private static List<String> unseen(Journal journal, String repository, GitReader git) {
        if (!journal.checkpoints().knows(repository)) {
            return List.of();
        }
        try {
            Set<String> before =
                    new LinkedHashSet<>(journal.checkpoints().tips(repository).values());
            Set<String> now = new LinkedHashSet<>(git.tips().values());
            git.head().ifPresent(now::add);
            now.removeAll(before);
            if (now.isEmpty()) {
                return List.of();
            }
            before.addAll(journal.checkpoints().baseline(repository));
            before.removeIf(id -> !git.has(id));
            return before.isEmpty()
                    ? List.of()
                    : journal.standing().unseen(repository, git.reachable(now, before, LIMIT));
        } catch (GitException e) {
            return List.of();
        }
    }
}
