package dev.expertd.model;

import java.util.List;
import java.util.Objects;

/**
 * What was edited between a red and a green run: a part of the commit that holds it, or all of it where no run tells
 * more.
 *
 * @param changes how a file of the list was changed; only the edits that count
 */
public record TestedEdit(List<FileChange> files, Changes changes) {
    public TestedEdit {
        files = List.copyOf(files);
        Objects.requireNonNull(changes, "changes");
    }
}
