package dev.expertd.model;

/** What one test did in one run. */
public enum Status {
    PASSED,
    FAILED,
    /** Crashed, timed out, never finished, or has no readable status. */
    ERRORED,
    SKIPPED;

    /** The one of both that says more against the code: errored, failed, passed, skipped. */
    public Status worst(Status other) {
        return rank() >= other.rank() ? this : other;
    }

    private int rank() {
        return switch (this) {
            case SKIPPED -> 0;
            case PASSED -> 1;
            case FAILED -> 2;
            case ERRORED -> 3;
        };
    }

    /** Failed or errored. */
    public boolean isRed() {
        return this == FAILED || this == ERRORED;
    }

    /** Says something about the code: anything but skipped. */
    public boolean isExecuted() {
        return this != SKIPPED;
    }
}
