package dev.expertd.git;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a repository's parts lie.
 *
 * @param workTree the root of this checkout
 * @param gitDir this worktree's own git directory (HEAD, index, logs/HEAD)
 * @param commonDir the repository's shared git directory (refs, objects)
 */
public record GitLayout(Path workTree, Path gitDir, Path commonDir) {
    public GitLayout {
        Objects.requireNonNull(workTree, "workTree");
        Objects.requireNonNull(gitDir, "gitDir");
        Objects.requireNonNull(commonDir, "commonDir");
    }
}
