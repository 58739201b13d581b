package dev.expertd.git;

import java.time.Instant;
import java.util.Objects;

/**
 * One step of a ref: of a worktree's HEAD, or of a branch.
 *
 * @param hash identity of the entry's line, to find one's place again after git rewrote the log
 * @param oldId all zeros when the ref was made
 * @param email of who moved the ref, in this clone
 * @param at to the second
 */
public record ReflogEntry(String hash, String oldId, String newId, String email, Instant at, String comment) {
    public ReflogEntry {
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(oldId, "oldId");
        Objects.requireNonNull(newId, "newId");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(comment, "comment");
    }
}
