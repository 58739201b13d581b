package dev.expertd.journal;

import java.util.Objects;

/**
 * Where a line stands in one checkout.
 *
 * @param stands it stood in the file when this was decided last
 * @param holder a commit that holds it; empty if none was seen to
 * @param suspected what became of it as the last look has it, which a second look must confirm; empty if nothing is open
 * @param suspectedAt when that was first seen, in ISO 8601; empty if nothing is open
 */
public record Whereabouts(
        String learning, String worktree, boolean stands, String holder, String suspected, String suspectedAt) {
    public Whereabouts {
        Objects.requireNonNull(learning, "learning");
        Objects.requireNonNull(worktree, "worktree");
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(suspected, "suspected");
        Objects.requireNonNull(suspectedAt, "suspectedAt");
    }

    /** A line that stands there and is in no commit yet. */
    public static Whereabouts written(String learning, String worktree) {
        return new Whereabouts(learning, worktree, true, "", "", "");
    }

    /** As it was decided: standing or not, with nothing open. */
    public Whereabouts settled(boolean nowStands) {
        return new Whereabouts(learning, worktree, nowStands, holder, "", "");
    }

    public Whereabouts heldBy(String commit) {
        return new Whereabouts(learning, worktree, stands, commit, suspected, suspectedAt);
    }

    public Whereabouts suspecting(String what, String at) {
        return new Whereabouts(learning, worktree, stands, holder, what, at);
    }
}
