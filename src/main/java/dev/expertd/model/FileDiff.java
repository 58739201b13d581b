package dev.expertd.model;

import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;

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

    /** The lines that the edits brought, in the order of the file. */
    public List<String> added() {
        return edited(after, Edit::afterStart, Edit::afterEnd);
    }

    /** The lines that the edits took away or changed, as they were before. */
    public List<String> removed() {
        return edited(before, Edit::beforeStart, Edit::beforeEnd);
    }

    private List<String> edited(String text, ToIntFunction<Edit> start, ToIntFunction<Edit> end) {
        List<String> lines = text.lines().toList();
        return edits.stream()
                .flatMap(edit -> lines
                        .subList(
                                Math.min(start.applyAsInt(edit), lines.size()),
                                Math.min(end.applyAsInt(edit), lines.size()))
                        .stream())
                .toList();
    }
}
