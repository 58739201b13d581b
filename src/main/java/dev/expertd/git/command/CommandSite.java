package dev.expertd.git.command;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A repository that the git command line is to read.
 *
 * @param isPartial objects may be missing and must not be fetched
 * @param keepsRefsElsewhere refs and their logs lie in no files of their own (reftable)
 */
public record CommandSite(Path workTree, Path gitDir, Path commonDir, boolean isPartial, boolean keepsRefsElsewhere) {
    public CommandSite {
        Objects.requireNonNull(workTree, "workTree");
        Objects.requireNonNull(gitDir, "gitDir");
        Objects.requireNonNull(commonDir, "commonDir");
    }
}
