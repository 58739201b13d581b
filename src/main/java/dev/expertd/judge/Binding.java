package dev.expertd.judge;

import dev.expertd.model.Commit;
import dev.expertd.model.Snapshot;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which commit's code a run tested.
 *
 * @param commit the commit; empty while the run waits for the commit that will hold its tree
 * @param confidence 0 to 1
 * @param reason a sentence that a user can read
 */
public record Binding(String commit, double confidence, String reason) {
    /**
     * A report is nearly always made on the uncommitted tree that the next commit holds: so it was for 35 of 37 reports
     * in the histories of five projects. Enough to credit that commit.
     */
    public static final double LIKELY = 0.7;

    /** A hook that lays code out anew seldom breaks it. */
    private static final double REFORMATTED = 0.9;

    public Binding {
        Objects.requireNonNull(commit, "commit");
        Objects.requireNonNull(reason, "reason");
    }

    public boolean isProvisional() {
        return commit.isEmpty();
    }

    /**
     * Binds a run when it is seen.
     *
     * @param named the commit that the report names, if this repository has it
     * @param tree the tree at the moment the run was seen
     * @param madeSince the first commit that was checked out after the trace was written, if there is one: the trace
     *     is older than what is checked out now, so nobody saw the tree it ran on
     */
    public static Binding atSight(Optional<String> named, Snapshot tree, Optional<String> madeSince) {
        if (named.isPresent()) {
            return new Binding(named.get(), 1, "the report names the commit");
        }
        if (tree.head().isEmpty()) {
            return new Binding("", 0, "there is no commit yet");
        }
        if (madeSince.isPresent()) {
            return new Binding(madeSince.get(), LIKELY, "ran shortly before the commit, seen only after it");
        }
        if (!tree.known()) {
            return new Binding(tree.head(), 0.5, "too much differs from the commit to be looked at");
        }
        if (tree.isClean()) {
            return new Binding(tree.head(), 1, "ran on the commit, nothing uncommitted");
        }
        return new Binding("", 0, "ran on uncommitted changes: waits for the commit that holds them");
    }

    /**
     * Binds a run that waits to a commit made after it.
     *
     * @param committed path to blob id of what the commit changed, as in {@link Snapshot#changed()}
     * @param look how far the commit holds a file that differs from the tested one by its blob id
     * @return empty if the commit does not hold what was tested
     */
    public static Optional<Binding> toNext(
            Snapshot tested, Commit commit, Map<String, String> committed, Function<String, Holding> look) {
        if (!tested.known()
                || commit.isMerge()
                || !commit.parents().equals(tested.head().isEmpty() ? List.of() : List.of(tested.head()))) {
            return Optional.empty();
        }
        EnumSet<Holding> found = EnumSet.noneOf(Holding.class);
        boolean later = false;
        for (Map.Entry<String, String> file : committed.entrySet()) {
            String blob = tested.changed().get(file.getKey());
            if (blob == null) {
                later = true; // edited after the run
            } else if (blob.equals(file.getValue())) {
                found.add(Holding.EXACTLY);
            } else {
                boolean deleted = blob.isEmpty() || file.getValue().isEmpty();
                found.add(deleted ? Holding.NOT : look.apply(file.getKey()));
            }
        }
        if (found.isEmpty() || found.contains(Holding.NOT)) {
            return Optional.empty();
        }
        if (later || found.contains(Holding.AND_MORE)) {
            return Optional.of(new Binding(commit.id(), LIKELY, "the commit holds what was tested, and later edits"));
        }
        return Optional.of(
                found.contains(Holding.REFORMATTED)
                        ? new Binding(commit.id(), REFORMATTED, "the commit holds what was tested, laid out anew")
                        : new Binding(commit.id(), 1, "the commit holds what was tested"));
    }

    /** False if more was edited between the run and the commit. */
    public boolean isOfAll() {
        return confidence >= REFORMATTED;
    }
}
