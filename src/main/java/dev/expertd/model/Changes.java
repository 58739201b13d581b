package dev.expertd.model;

import java.util.Optional;

/** Looks up how a commit changed a file. Answers stay the same during a pass. */
@FunctionalInterface
public interface Changes {
    /** Empty for binary files and for files too large to be looked at. */
    Optional<FileDiff> diff(FileChange change);
}
