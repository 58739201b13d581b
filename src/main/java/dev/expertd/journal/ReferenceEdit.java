package dev.expertd.journal;

import java.time.Instant;
import java.util.Objects;

/**
 * A reference of an expertise file that was put right, or would be.
 *
 * @param key hash of what the reference said before
 * @param before the number or path that stood there
 * @param after the one that stands there now
 * @param lineHash hash of the whole line as it was left
 * @param commit the commit that had moved what is meant
 */
public record ReferenceEdit(
        String id,
        String worktree,
        String file,
        String key,
        String before,
        String after,
        String lineHash,
        String commit,
        State state,
        Instant at) {
    /** What became of it. */
    public enum State {
        /** Decided on; the file may hold it or not. */
        INTENDED,
        /** It stands in the file. */
        DONE,
        /** It was only told, as the settings ask. */
        TOLD,
        /** A person took it back: that reference is theirs from now on. */
        UNDONE
    }

    public ReferenceEdit {
        if (id.isEmpty() || file.isEmpty() || before.equals(after)) {
            throw new IllegalArgumentException("no correction: " + before + " in " + file);
        }
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(at, "at");
    }

    public ReferenceEdit in(State next) {
        return new ReferenceEdit(id, worktree, file, key, before, after, lineHash, commit, next, at);
    }
}
