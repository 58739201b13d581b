package dev.expertd.learn;

import dev.expertd.git.GitReader;
import dev.expertd.journal.SeenCommit;
import dev.expertd.model.Commit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of the commits that were found are on any branch. For a few, it is walked no further than where they begin, which
 * is asked for each pair of them; many are nearly always among the newest of all, and what is left of them is few again,
 * or, as after a day of rebases, worth one walk over everything.
 */
final class OnBranches {
    private static final int NEWEST = 300;
    private static final int FEW = 8;

    private final GitReader git;

    OnBranches(GitReader git) {
        this.git = git;
    }

    /** Their ids. */
    Set<String> among(List<SeenCommit> found) {
        Collection<String> tips = git.tips().values();
        Set<String> ids = found.stream().map(SeenCommit::id).collect(Collectors.toSet());
        Set<String> on = ids.size() <= FEW ? new HashSet<>() : within(ids, tips, List.of(), NEWEST + 2 * ids.size());
        Set<String> left = new HashSet<>(ids);
        left.removeAll(on);
        if (!left.isEmpty()) {
            on.addAll(within(left, tips, left.size() <= FEW ? boundary(left) : List.of(), Integer.MAX_VALUE));
        }
        return on;
    }

    private Set<String> within(Set<String> ids, Collection<String> tips, List<String> have, int room) {
        Set<String> walked = new HashSet<>(git.reachable(tips, have, room));
        walked.retainAll(ids);
        return walked;
    }

    /** Where these commits begin: parents that are none of them and descend from none of them. */
    private List<String> boundary(Set<String> ids) {
        return ids.stream()
                .flatMap(id -> git.commit(id).stream())
                .map(Commit::parents)
                .flatMap(List::stream)
                .filter(parent -> !ids.contains(parent))
                .distinct()
                .filter(parent -> ids.stream().noneMatch(id -> git.isAncestor(id, parent)))
                .toList();
    }
}
