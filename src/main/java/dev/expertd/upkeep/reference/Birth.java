package dev.expertd.upkeep.reference;

/**
 * When a reference was written down.
 *
 * @param age of the commit that did; 0 also for what is not committed yet
 * @param known false if it is older than anybody looks; then {@code age} is as far as was looked
 */
public record Birth(int age, boolean known) {}
