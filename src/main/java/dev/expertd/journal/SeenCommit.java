package dev.expertd.journal;

import java.time.Instant;
import java.util.Objects;

/**
 * A commit that expertd took up.
 *
 * @param worktree the checkout that made it; empty if none is known
 * @param patchId identity of its change; empty while not computed and for merges
 * @param act the act it belongs to; empty if it is none
 * @param reason why it is no act of its own; empty if it is
 */
public record SeenCommit(
        String id, CommitState state, String worktree, String patchId, String act, String reason, Instant foundAt) {
    public SeenCommit {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(worktree, "worktree");
        Objects.requireNonNull(patchId, "patchId");
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(reason, "reason");
    }

    /** True if what its message says was read for its act; a run alone may have made the act. */
    public boolean isRead() {
        return state != CommitState.FOUND && state != CommitState.ABANDONED;
    }

    /** The same commit with what became of it. */
    public SeenCommit settled(CommitState newState, String newPatchId, String newAct, String newReason) {
        return new SeenCommit(id, newState, worktree, newPatchId, newAct, newReason, foundAt);
    }
}
