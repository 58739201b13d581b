package dev.expertd.judge;

import dev.expertd.model.Snapshot;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of the code that a run tested, when its trace is first seen whole.
 *
 * @param named the commit that the report names, if this repository has it
 * @param carried the commit whose code a report tested that is itself committed and unchanged since
 * @param madeSince the first commit that was checked out after the trace was written, if there is one: the trace is older
 *     than what is checked out now, so nobody saw the tree it ran on
 * @param start the commit checked out when the trace began to grow, with the tree; empty if it was seen only when done
 * @param tree the tree now
 */
public record Sighting(
        Optional<String> named,
        Optional<String> carried,
        Optional<String> madeSince,
        Optional<Start> start,
        Snapshot tree) {
    public Sighting {
        Objects.requireNonNull(tree, "tree");
    }

    /** True if the tree that was seen is likely the one that was tested; else nothing of it may be concluded. */
    public boolean sawTheTree() {
        return named.filter(id -> !id.equals(tree.head())).isEmpty()
                && carried.isEmpty()
                && madeSince.isEmpty()
                && start.filter(begun -> !begun.head().equals(tree.head())).isEmpty();
    }

    /** The tree when the trace began to grow, before anything of it could be read. */
    public record Start(String head, boolean isClean) {
        public Start {
            Objects.requireNonNull(head, "head");
        }
    }
}
