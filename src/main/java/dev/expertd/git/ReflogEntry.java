package dev.expertd.git;

import java.time.Instant;
import java.util.Objects;

/**
 * One step of a worktree's HEAD.
 *
 * @param hash identity of the entry's line, to find one's place again after git rewrote the log
 */
public record ReflogEntry(String hash, String oldId, String newId, Instant at, String comment) {
    public ReflogEntry {
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(oldId, "oldId");
        Objects.requireNonNull(newId, "newId");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(comment, "comment");
    }
}
