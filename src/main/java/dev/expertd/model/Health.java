package dev.expertd.model;

/** How far a test's verdicts can be trusted. */
public enum Health {
    HEALTHY,
    /** Turns so often that it may be flaky; without proof this changes nothing. */
    SUSPECT,
    /** Did both on the same code: blames nobody and credits nobody until it is cleared. */
    FLAKY,
    /** Red on so many trees in a row that no flake explains it. */
    BROKEN
}
