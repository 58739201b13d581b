package dev.expertd.learn;

import dev.expertd.git.GitException;
import dev.expertd.git.GitReaders;
import dev.expertd.git.ReflogEntry;
import dev.expertd.io.Spool;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which worktree made a commit: the hooks of all worktrees say it first hand, whichever of them is looked at; a HEAD log
 * also names what was only checked out.
 */
final class Makers {
    private final Map<String, String> worktreeOf = new HashMap<>();

    Makers(Site site, List<ReflogEntry> log, List<Spool.Entry> spooled) {
        Map<String, String> byGitDir =
                new HashMap<>(Map.of(site.git().layout().gitDir().toString(), site.worktree()));
        if (spooled.stream().anyMatch(entry -> !byGitDir.containsKey(entry.gitDir()))) {
            site.git().worktrees().forEach(other -> add(byGitDir, other));
        }
        for (Spool.Entry entry : spooled) {
            String worktree = byGitDir.get(entry.gitDir());
            if (worktree != null) {
                worktreeOf.putIfAbsent(entry.commit(), worktree);
            }
        }
        log.forEach(step -> worktreeOf.putIfAbsent(step.newId(), site.worktree()));
    }

    /** Its path; empty if nobody says. */
    String worktreeOf(String commit) {
        return worktreeOf.getOrDefault(commit, "");
    }

    private static void add(Map<String, String> byGitDir, Path worktree) {
        try {
            var layout = GitReaders.layout(worktree);
            byGitDir.putIfAbsent(layout.gitDir().toString(), layout.workTree().toString());
        } catch (GitException e) {
            return; // it is just being removed
        }
    }
}
