package dev.expertd.model;

import java.util.Objects;

/**
 * A commit with what a drafter may ask about it.
 *
 * @param changes how the commit changed a file of its list
 * @param edit the part of the commit among which a repair is to be looked for
 * @param history the commits before it
 */
public record CommitEvidence(Commit commit, Changes changes, TestedEdit edit, History history) {
    public CommitEvidence {
        Objects.requireNonNull(commit, "commit");
        Objects.requireNonNull(changes, "changes");
        Objects.requireNonNull(edit, "edit");
        Objects.requireNonNull(history, "history");
    }

    /** A commit of which nobody knows what was edited when: all of it counts. */
    public CommitEvidence(Commit commit, Changes changes) {
        this(commit, changes, History.NONE);
    }

    public CommitEvidence(Commit commit, Changes changes, History history) {
        this(commit, changes, new TestedEdit(commit.files(), changes), history);
    }

    public CommitEvidence(Commit commit, Changes changes, TestedEdit edit) {
        this(commit, changes, edit, History.NONE);
    }
}
