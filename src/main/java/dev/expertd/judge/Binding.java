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

    private static final double CARRIED = 0.9;
    private static final double DOUBTFUL = 0.5;
    private static final int SHOWN = 8;

    public Binding {
        Objects.requireNonNull(commit, "commit");
        Objects.requireNonNull(reason, "reason");
    }

    public boolean isProvisional() {
        return commit.isEmpty();
    }

    /** Binds a run when it is seen. */
    public static Binding atSight(Sighting seen) {
        Snapshot tree = seen.tree();
        if (seen.named().isPresent()) {
            return new Binding(seen.named().get(), 1, "the report names the commit");
        }
        if (tree.head().isEmpty()) {
            return new Binding("", 0, "there is no commit yet");
        }
        if (seen.carried().isPresent()) {
            return new Binding(seen.carried().get(), CARRIED, "the report was committed with what it tested");
        }
        if (seen.madeSince().isPresent()) {
            return new Binding(seen.madeSince().get(), LIKELY, "ran shortly before the commit, seen only after it");
        }
        if (!tree.known()) {
            return new Binding(tree.head(), DOUBTFUL, "too much differs from the commit to be looked at");
        }
        return seen.start()
                .flatMap(start -> moved(start, tree))
                .orElseGet(() -> tree.isClean()
                        ? new Binding(tree.head(), 1, "ran on the commit, nothing uncommitted")
                        : new Binding("", 0, "ran on uncommitted changes: waits for the commit that holds them"));
    }

    /** Code is loaded when a run begins; what was committed meanwhile was likely what it had loaded. */
    private static Optional<Binding> moved(Sighting.Start start, Snapshot end) {
        if (!start.head().equals(end.head())) {
            String range =
                    "the checkout moved from " + shown(start.head()) + " to " + shown(end.head()) + " while it ran";
            return Optional.of(
                    start.isClean() && !start.head().isEmpty()
                            ? new Binding(start.head(), LIKELY, range)
                            : new Binding(end.head(), DOUBTFUL, range));
        }
        return start.isClean() && !end.isClean()
                ? Optional.of(new Binding(start.head(), LIKELY, "ran on the commit; the tree was edited meanwhile"))
                : Optional.empty();
    }

    private static String shown(String commit) {
        return commit.isEmpty() ? "no commit" : commit.substring(0, Math.min(SHOWN, commit.length()));
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
