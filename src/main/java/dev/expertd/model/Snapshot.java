package dev.expertd.model;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The code that lay in the work tree at one moment.
 *
 * @param head the commit checked out; empty before the first commit
 * @param treeId identity of the whole content: equal for equal code, whether committed or not
 * @param changed path to blob id of what differs from {@code head}, untracked files included;
 *     an empty blob id means deleted. Traces and expertise files never count.
 * @param known false when the tree was too large or too changed to be looked at
 */
public record Snapshot(String head, String treeId, SortedMap<String, String> changed, boolean known) {
    public Snapshot {
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(treeId, "treeId");
        changed = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
    }

    /** A tree that nothing can be said of but where it stands. */
    public static Snapshot unknown(String head) {
        return new Snapshot(head, "", new TreeMap<>(), false);
    }

    public boolean isClean() {
        return known && changed.isEmpty();
    }
}
