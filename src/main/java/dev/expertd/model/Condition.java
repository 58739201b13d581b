package dev.expertd.model;

/** A test's result now, compared with its own last verdict on an ancestor commit. */
public enum Condition {
    /** Passed before, passes now. */
    PASSED,
    REGRESSION,
    FLAKY_FAILURE,
    FIXED,
    /** Red before and red now, for the same reason. */
    STILL,
    /** Red before and red now, for another reason. */
    CHANGED,
    /** Was red and is skipped now: not fixed. */
    MUTED,
    /** Was red and is missing from a run that should have held it: not fixed. */
    NOT_RUN,
    NEW,
    NEW_FAILING,
    /** Skipped, without a red past. */
    SKIPPED
}
