package dev.expertd.model;

import java.util.Objects;

/**
 * A commit with what a drafter may ask about it.
 *
 * @param changes how the commit changed a file of its list
 */
public record CommitEvidence(Commit commit, Changes changes) {
    public CommitEvidence {
        Objects.requireNonNull(commit, "commit");
        Objects.requireNonNull(changes, "changes");
    }
}
