package dev.expertd.model;

/** Which drafter made a draft. */
public enum Origin {
    MESSAGE,
    REVERT,
    /** A red test turned green. */
    FIX,
    /** A green test turned red. */
    REGRESSION,
    /** A repair added what an earlier commit had forgotten. */
    CO_CHANGE,
    /** What somebody said with {@code expertd learn -m}. */
    NOTE
}
