package dev.expertd.learn;

import dev.expertd.journal.StoredRun;
import dev.expertd.judge.Binding;
import dev.expertd.judge.Holding;
import dev.expertd.model.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the runs on uncommitted changes that tested what a commit holds, and the attempts on the way to it. */
final class TestedRuns {
    private static final String ATTEMPT = "an attempt on the way to the commit";

    private final Site site;
    private final Snapshots snapshots;

    TestedRuns(Site site) {
        this.site = site;
        this.snapshots = new Snapshots(site);
    }

    /** Those of the waiting runs, oldest first, as they are once bound to the commit. */
    List<StoredRun> of(Commit commit) {
        List<StoredRun> waiting = site.journal().runs().waiting(site.repository(), site.worktree());
        if (waiting.isEmpty()) {
            return List.of();
        }
        Map<String, String> committed = new TreeMap<>(site.git().changedBlobs(commit.id()));
        committed.keySet().removeIf(site::isExpertiseFile);
        List<StoredRun> bound = new ArrayList<>();
        for (int i = waiting.size() - 1; i >= 0; i--) {
            StoredRun run = waiting.get(i);
            Optional<Binding> binding = binding(run, commit, committed);
            if (binding.isPresent()) {
                bound.add(
                        0,
                        run.boundTo(
                                commit.id(),
                                binding.get().reason(),
                                binding.get().confidence()));
            } else if (!bound.isEmpty() && commit.parents().contains(run.tree().head())) {
                bound.add(0, run.boundTo(commit.id(), ATTEMPT, Binding.LIKELY));
            }
        }
        return bound;
    }

    /** A run with red tests says nothing of a commit that was edited on after it: the edit may have been the repair. */
    private Optional<Binding> binding(StoredRun run, Commit commit, Map<String, String> committed) {
        return Binding.toNext(run.tree(), commit, committed, path -> holding(run, commit, path))
                .filter(binding -> binding.isOfAll() || run.counts().red() == 0);
    }

    private Holding holding(StoredRun run, Commit commit, String path) {
        return snapshots
                .text(run.tree(), path)
                .map(tested -> Holding.of(
                        snapshots.committed(run.tree().head(), path), tested, snapshots.committed(commit.id(), path)))
                .orElse(Holding.NOT);
    }
}
