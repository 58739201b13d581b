package dev.expertd.model;

/** How much of its test suite a run speaks for. */
public enum Scope {
    COMPLETE,
    /** Only selected tests ran; it says nothing about the others. */
    SUBSET,
    /** Cut off or interrupted: what was read counts, what is absent means nothing. */
    INCOMPLETE,
    UNKNOWN
}
