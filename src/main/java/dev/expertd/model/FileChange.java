package dev.expertd.model;

import java.util.Objects;

/**
 * That a commit touched a file, without how.
 *
 * @param path the file after the commit; for a deletion the file before it
 * @param oldPath the file before the commit; differs from {@code path} only for a rename
 */
public record FileChange(Kind kind, String path, String oldPath) {
    /** What happened to the file. */
    public enum Kind {
        ADDED,
        MODIFIED,
        DELETED,
        RENAMED
    }

    public FileChange {
        Objects.requireNonNull(kind, "kind");
        if (path.isEmpty() || oldPath.isEmpty()) {
            throw new IllegalArgumentException("a changed file needs a path");
        }
    }

    /** The last segment of the path. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
