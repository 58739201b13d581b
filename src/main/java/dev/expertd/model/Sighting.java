package dev.expertd.model;

import java.time.Instant;
import java.util.Objects;

/**
 * What one test did in one run, without its words.
 *
 * @param run the run's place in the order of observation
 * @param commit the commit whose code ran, or on which the edited tree stood
 * @param provisional it ran on changes that no commit holds
 * @param treeId identity of the code that ran; empty when unknown
 * @param at when the run was seen
 * @param flaky it also did the opposite on the same code
 * @param fingerprint of the failure; empty if there is none
 * @param doubtful the run was cut off, or failed so broadly that the machine is to be suspected
 */
public record Sighting(
        long run,
        String source,
        String commit,
        boolean provisional,
        String treeId,
        Instant at,
        Status status,
        Condition condition,
        boolean flaky,
        String fingerprint,
        boolean doubtful) {
    public Sighting {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(commit, "commit");
        Objects.requireNonNull(treeId, "treeId");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }

    public boolean isRed() {
        return status.isRed();
    }
}
