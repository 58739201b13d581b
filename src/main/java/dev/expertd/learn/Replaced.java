package dev.expertd.learn;

import dev.expertd.journal.SeenCommit;
import dev.expertd.model.Commit;
import dev.expertd.model.FileChange;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Commits that were judged and are on no branch any more, and which commit took their place: an amended one with other
 * content, or one into which several were squashed. Asked of the graph, not of logs, which git may drop.
 */
final class Replaced {
    private static final int RECENT = 50;

    private final Site site;
    private @Nullable Map<SeenCommit, Commit> gone;

    Replaced(Site site) {
        this.site = site;
    }

    /** The commit, judged before, whose place this one takes; of several squashed the last. */
    Optional<SeenCommit> by(Commit commit) {
        return gone().entrySet().stream()
                .filter(old -> isAmended(old.getValue(), commit) || isSquashed(old.getValue(), commit))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** True if a commit stands for another one that is gone and says something else. */
    boolean saysOtherwise(Commit commit, SeenCommit old) {
        return gone().entrySet().stream()
                .filter(each -> each.getKey().id().equals(old.id()))
                .anyMatch(each -> !each.getValue().message().equals(commit.message()));
    }

    /** An amended commit keeps parents, author and time; within one second somebody may make two without amending. */
    private static boolean isAmended(Commit old, Commit now) {
        return old.parents().equals(now.parents())
                && old.author().equals(now.author())
                && old.authored().equals(now.authored())
                && (old.subject().equals(now.subject()) || shareAFile(old, now));
    }

    private static boolean shareAFile(Commit old, Commit now) {
        Set<String> paths = now.files().stream().map(FileChange::path).collect(Collectors.toSet());
        return old.files().stream().map(FileChange::path).anyMatch(paths::contains);
    }

    /** The same files as the last of several, made in one step from where their first began. */
    private boolean isSquashed(Commit old, Commit now) {
        return now.parents().size() == 1
                && site.git().treeId(old.id()).equals(site.git().treeId(now.id()))
                && site.git()
                        .firstParents(old.id(), RECENT)
                        .contains(now.parents().get(0));
    }

    private Map<SeenCommit, Commit> gone() {
        Map<SeenCommit, Commit> found = gone;
        if (found == null) {
            found = new LinkedHashMap<>();
            List<SeenCommit> latest = site.journal().commits().latest(site.repository(), RECENT).stream()
                    .filter(seen -> !seen.act().isEmpty())
                    .toList();
            Set<String> unreachable = new HashSet<>(site.git()
                    .reachable(
                            latest.stream().map(SeenCommit::id).toList(),
                            site.git().tips().values(),
                            RECENT * RECENT));
            for (SeenCommit seen : latest) {
                Optional<Commit> commit =
                        unreachable.contains(seen.id()) ? site.git().commit(seen.id()) : Optional.empty();
                if (commit.isPresent()) {
                    found.put(seen, commit.get());
                }
            }
            gone = found;
        }
        return found;
    }
}
