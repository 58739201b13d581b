package dev.expertd.model;

/** What one test did in one run. */
public enum Status {
    PASSED,
    FAILED,
    /** Crashed, timed out, never finished, or has no readable status. */
    ERRORED,
    SKIPPED;

    /** Failed or errored. */
    public boolean isRed() {
        return this == FAILED || this == ERRORED;
    }

    /** Says something about the code: anything but skipped. */
    public boolean isExecuted() {
        return this != SKIPPED;
    }
}
