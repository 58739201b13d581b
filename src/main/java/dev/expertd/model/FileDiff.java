package dev.expertd.model;

import java.util.List;
import java.util.Objects;

/**
 * How a commit changed one file: both texts and where they differ.
 *
 * @param before empty for an added file
 * @param after empty for a deleted file
 * @param edits in order, none overlapping; white space counts
 */
public record FileDiff(FileChange change, String before, String after, List<Edit> edits) {
    /** Lines [beforeStart, beforeEnd) became lines [afterStart, afterEnd), counted from 0. */
    public record Edit(int beforeStart, int beforeEnd, int afterStart, int afterEnd) {}

    public FileDiff {
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        edits = List.copyOf(edits);
    }
}
