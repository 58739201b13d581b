package dev.expertd.git.plumbing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A difference between two trees.
 *
 * @param oldPath differs from {@code path} for a rename only
 * @param before empty for an addition
 * @param after empty for a deletion
 */
public record TreeChange(String oldPath, String path, Optional<TreeEntry> before, Optional<TreeEntry> after) {
    public TreeChange {
        Objects.requireNonNull(oldPath, "oldPath");
        Objects.requireNonNull(path, "path");
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("nothing became nothing at " + path);
        }
    }

    public boolean isRename() {
        return !oldPath.equals(path);
    }

    public boolean isSubmodule() {
        return after.or(() -> before).orElseThrow().isSubmodule();
    }

    /** The same without renames: the old file is deleted, the new one added. */
    public Stream<TreeChange> withoutRename() {
        return isRename()
                ? List.of(
                        new TreeChange(oldPath, oldPath, before, Optional.empty()),
                        new TreeChange(path, path, Optional.empty(), after))
                        .stream()
                : Stream.of(this);
    }
}
