package dev.expertd.git;

import dev.expertd.git.plumbing.Plumbing;
import dev.expertd.git.plumbing.RawCommit;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells commits that came from elsewhere from those that were made in this clone, by the graph and the order of the
 * logs; what the logs' comments say is not asked, for every program writes its own.
 *
 * <p>A commit is imported when a remote-tracking branch reaches it and no step of a local log made it. A step made it when
 * <ul>
 *   <li>it carries the commit's own committer and second, as git writes both at once, or
 *   <li>it went to the commit from its first parent, or from a commit with the same parents (an amended one), and no
 *       remote-tracking branch had reached the commit yet. In the same second the branch was first: a pull fetches and
 *       moves HEAD in one.
 * </ul>
 */
final class Arrivals {
    /** Earlier values of a remote-tracking branch that are asked; later ones reach what earlier ones did. */
    private static final int VALUES = 100;

    private final Plumbing graph;
    private final List<ReflogEntry> local;
    private final List<RemoteBranch> remote;

    /** A remote-tracking branch: the commit it names now and its log, oldest first. */
    record RemoteBranch(String tip, List<ReflogEntry> log) {
        RemoteBranch {
            log = List.copyOf(log);
        }

        /** What it named up to that moment; without a log it is as the clone left it. */
        Set<String> valuesUntil(Instant moment) {
            Set<String> values = new LinkedHashSet<>();
            if (log.isEmpty()) {
                values.add(tip);
                return values;
            }
            values.add(log.get(0).oldId());
            List<ReflogEntry> until =
                    log.stream().filter(step -> !step.at().isAfter(moment)).toList();
            until.subList(Math.max(0, until.size() - VALUES), until.size()).forEach(step -> values.add(step.newId()));
            return values;
        }
    }

    /** {@code local}: steps of the HEADs of all worktrees and of all branches of this clone. */
    Arrivals(Plumbing graph, List<ReflogEntry> local, List<RemoteBranch> remote) {
        this.graph = graph;
        this.local = List.copyOf(local);
        this.remote = List.copyOf(remote);
    }

    /** Those of the commits that came with a fetch, pull or clone. */
    Set<String> imported(Collection<String> ids) throws IOException {
        Set<String> imported = new HashSet<>();
        List<String> tips = remote.stream().map(RemoteBranch::tip).toList();
        if (tips.isEmpty() || ids.isEmpty()) {
            return imported;
        }
        Set<String> neverSent = new HashSet<>(graph.reachable(ids, tips, Plumbing.WALK_LIMIT));
        for (String id : ids) {
            Optional<RawCommit> commit = neverSent.contains(id) ? Optional.empty() : graph.commit(id);
            if (commit.isPresent() && !wasMadeHere(commit.get())) {
                imported.add(id);
            }
        }
        return imported;
    }

    private boolean wasMadeHere(RawCommit commit) throws IOException {
        for (ReflogEntry step : local) {
            if (step.newId().equals(commit.id())
                    && (isSignedAlike(step, commit)
                            || couldMake(step, commit) && !hadArrived(commit.id(), step.at()))) {
                return true;
            }
        }
        return false;
    }

    private boolean couldMake(ReflogEntry step, RawCommit commit) throws IOException {
        if (commit.parents().isEmpty() || commit.parents().get(0).equals(step.oldId())) {
            return true;
        }
        Optional<RawCommit> amended = graph.commit(step.oldId());
        return amended.isPresent() && amended.get().parents().equals(commit.parents());
    }

    private static boolean isSignedAlike(ReflogEntry step, RawCommit commit) {
        return step.email().equals(commit.committer().email())
                && step.at().getEpochSecond() == commit.committer().at().toEpochSecond();
    }

    private boolean hadArrived(String id, Instant moment) throws IOException {
        Set<String> values = new LinkedHashSet<>();
        remote.forEach(branch -> values.addAll(branch.valuesUntil(moment)));
        return graph.reachable(List.of(id), values, 1).isEmpty();
    }
}
