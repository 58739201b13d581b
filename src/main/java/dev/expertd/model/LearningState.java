package dev.expertd.model;

import java.util.Locale;

/** Where a learning is on its way into the file, and out of it again. */
public enum LearningState {
    /** Waits for a confirmation or for tomorrow. */
    HELD,
    /** Waits for a person. */
    REVIEW,
    /** Decided and durable in the journal, not yet known to be in the file. */
    INTENDED,
    /** Stands in the file. */
    DONE,
    /** A person takes it back; not yet known to be out of the file. */
    LEAVING,
    /** Not in the file as git has it now, and nobody took it out: stashed, reset, on another branch. */
    DISPLACED,
    /** A person changed it in the file: theirs from then on. */
    EDITED,
    /** A person refused it or took it out: never drafted again. */
    REJECTED,
    /** Our own line, taken out for a better one. */
    SUPERSEDED,
    /** Curation refused it; kept for {@code why}. */
    DROPPED;

    /** As people and machines read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it says counts as known from now on, whatever became of it. */
    public boolean isRemembered() {
        return this != DROPPED && this != SUPERSEDED;
    }

    /** True if its text may stand in a file because expertd wrote it there. */
    public boolean wasWritten() {
        return this != DROPPED && this != HELD && this != REVIEW;
    }
}
