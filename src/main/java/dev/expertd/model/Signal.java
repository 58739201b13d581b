package dev.expertd.model;

/** Something about a run that its counts do not say. */
public enum Signal {
    ALL_SKIPPED,
    SUBJECT_FAILED,
    INTERRUPTED,
    FLAKY,
    SUBSET,
    /** So many tests fail that the machine is to be suspected before the code. */
    INFRA_SUSPECT,
    /** One test id stood twice without the format marking a retry; the worst status counts. */
    DUPLICATE_ID,
    NO_RESULTS,
    /** Says what happened but judges nothing; no outcome may be derived from it. */
    EVIDENCE_ONLY
}
