package dev.expertd.learn;

import dev.expertd.judge.Blame;
import dev.expertd.model.Commit;
import dev.expertd.model.Failure;
import dev.expertd.model.FileChange;
import dev.expertd.model.PastVerdict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether commits may be credited with what turned green. A test that was green, red in a single run and green again was
 * most likely flaky: then only a commit counts that touched what the failure names, or what was touched when it turned
 * red.
 */
final class Repairs {
    private static final int COMMITS = 50;

    private final Site site;

    Repairs(Site site) {
        this.site = site;
    }

    /**
     * True if one of the commits may have repaired the test.
     *
     * @param past what the test did before it turned green, newest first; the first is red
     * @param commits those made since
     */
    boolean isBelievable(List<PastVerdict> past, List<String> commits) {
        if (past.size() < 2 || past.get(1).status().isRed()) {
            return true;
        }
        PastVerdict red = past.get(0);
        PastVerdict green = past.get(1);
        Failure failure = red.failure();
        String text = failure == null ? "" : failure.message() + "\n" + failure.body();
        Set<String> suspected = new HashSet<>(red.uncommitted());
        Stream<String> between = red.commit().equals(green.commit())
                ? Stream.of(red.commit())
                : site.git().reachable(List.of(red.commit()), List.of(green.commit()), COMMITS).stream();
        commits(between).forEach(commit -> suspected.addAll(paths(commit)));
        return commits(commits.stream())
                .anyMatch(commit ->
                        Blame.named(commit, text) > 0 || paths(commit).stream().anyMatch(suspected::contains));
    }

    private Stream<Commit> commits(Stream<String> ids) {
        return ids.flatMap(id -> site.git().commit(id).stream());
    }

    private static List<String> paths(Commit commit) {
        return commit.files().stream().map(FileChange::path).toList();
    }
}
