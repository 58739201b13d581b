package dev.expertd.model;

import dev.expertd.redact.Redacted;
import java.time.Instant;
import java.util.Objects;

/**
 * A draft that was decided on.
 *
 * @param id stable: the same lesson of the same act has the same id, whenever it is drafted
 * @param file the expertise file, relative to the work tree
 * @param text the whole line after the bullet
 * @param reason why it is held or was dropped; empty otherwise
 * @param replaces id of our own line that this one takes the place of; empty if none
 */
public record Learning(
        String id,
        String repository,
        String act,
        String worktree,
        String expert,
        String file,
        Section section,
        Redacted text,
        Origin origin,
        double score,
        Evidence evidence,
        LearningState state,
        Redacted reason,
        String replaces,
        Instant at) {
    public Learning {
        if (id.isEmpty() || act.isEmpty() || file.isEmpty()) {
            throw new IllegalArgumentException("a learning needs an id, an act and a file");
        }
        Objects.requireNonNull(repository, "repository");
        Objects.requireNonNull(worktree, "worktree");
        Objects.requireNonNull(expert, "expert");
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(replaces, "replaces");
        Objects.requireNonNull(at, "at");
    }
}
