package dev.expertd.git.plumbing;

import java.time.Instant;
import java.util.Objects;

/**
 * What the index says of a path.
 *
 * @param size of the file when it was last compared, its low 32 bits
 * @param modified when the file was last changed before it was compared, in whole seconds if git keeps no more
 * @param isMerged false while a conflict is open there
 * @param isSkipped true if git was told not to look at the file: sparse checkout, {@code --assume-unchanged}
 */
public record IndexEntry(
        String path, TreeEntry entry, long size, Instant modified, boolean isMerged, boolean isSkipped) {
    public IndexEntry {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(modified, "modified");
    }
}
