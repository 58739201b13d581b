package dev.expertd.learn;

import dev.expertd.journal.StoredRun;
import dev.expertd.model.Commit;
import dev.expertd.model.CommitEvidence;
import dev.expertd.model.FileChange;
import dev.expertd.model.FileDiff;
import dev.expertd.model.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Narrows a commit to what was edited between a red and a green run on the way to it, where the trees of both are known.
 * It is told as the commit has it: the net change of the commit's parent to the tree that passed, less what was there
 * when the test was still red.
 */
final class TestedEdits {
    private final Site site;
    private final Snapshots snapshots;

    TestedEdits(Site site) {
        this.site = site;
        this.snapshots = new Snapshots(site);
    }

    /**
     * The evidence of a commit between the two runs.
     *
     * @param red the tree on which the test was last red
     * @param green the run in which it passed
     */
    CommitEvidence evidence(Commit commit, Snapshot red, StoredRun green) {
        CommitEvidence whole = new SafeEvidence(site).of(commit);
        if (commit.parents().size() > 1) {
            return whole;
        }
        String parent = commit.parents().isEmpty() ? "" : commit.parents().get(0);
        boolean redOnTheWay = isOn(parent, red);
        boolean greenOnTheWay = isOn(parent, green.tree()) && green.boundTo().equals(commit.id());
        if (!redOnTheWay && !greenOnTheWay) {
            return whole;
        }
        Set<String> paths = new TreeSet<>(
                greenOnTheWay
                        ? green.tree().changed().keySet()
                        : site.git().changedBlobs(commit.id()).keySet());
        paths.removeIf(site::isExpertiseFile);
        Map<String, FileDiff> edits = new HashMap<>();
        for (String path : paths) {
            Optional<String> before =
                    redOnTheWay ? snapshots.text(red, path) : Optional.of(snapshots.committed(parent, path));
            Optional<String> after = greenOnTheWay
                    ? snapshots.text(green.tree(), path)
                    : Optional.of(snapshots.committed(commit.id(), path));
            if (before.isEmpty() || after.isEmpty()) {
                return whole; // a text was too large to be kept: what was edited when is not known
            }
            edit(path, snapshots.committed(parent, path), before.get(), after.get())
                    .ifPresent(diff -> edits.put(path, diff));
        }
        List<FileChange> files = edits.values().stream()
                .map(FileDiff::change)
                .sorted((a, b) -> a.path().compareTo(b.path()))
                .toList();
        return new SafeEvidence(site).of(commit, files, change -> Optional.ofNullable(edits.get(change.path())));
    }

    private static boolean isOn(String parent, Snapshot tree) {
        return tree.known() && !tree.isClean() && tree.head().equals(parent);
    }

    /** The change of the committed text to the tested one, less the edits that a red run saw already. */
    private Optional<FileDiff> edit(String path, String committed, String red, String green) {
        if (red.equals(green)) {
            return Optional.empty();
        }
        FileChange change = new FileChange(
                committed.isEmpty()
                        ? FileChange.Kind.ADDED
                        : green.isEmpty() ? FileChange.Kind.DELETED : FileChange.Kind.MODIFIED,
                path,
                path);
        Optional<FileDiff> net = site.git().compare(change, committed, green);
        Optional<FileDiff> last = site.git().compare(change, red, green);
        if (net.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        List<FileDiff.Edit> told = new ArrayList<>(net.get().edits());
        told.removeIf(edit -> last.get().edits().stream().noneMatch(other -> touch(edit, other)));
        return told.isEmpty() ? Optional.empty() : Optional.of(new FileDiff(change, committed, green, told));
    }

    private static boolean touch(FileDiff.Edit one, FileDiff.Edit other) {
        return one.afterStart() <= other.afterEnd() && other.afterStart() <= one.afterEnd();
    }
}
