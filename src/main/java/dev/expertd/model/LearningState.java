package dev.expertd.model;

/** Where a learning is on its way into the file. */
public enum LearningState {
    /** Waits: for a confirmation, for review, or for tomorrow. */
    HELD,
    /** Decided and durable in the journal, not yet known to be in the file. */
    INTENDED,
    /** Stands in the file. */
    DONE,
    /** Our own line, taken out for a better one. */
    SUPERSEDED,
    /** Curation refused it; kept for {@code why}. */
    DROPPED
}
