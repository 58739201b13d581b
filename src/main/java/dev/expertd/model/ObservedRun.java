package dev.expertd.model;

import java.time.Instant;
import java.util.Objects;

/**
 * A run together with the tree it was seen on.
 *
 * @param source the trace or glob it came from, as configured
 * @param observedAt when expertd first saw it
 */
public record ObservedRun(Run run, String source, Instant observedAt, Snapshot tree) {
    public ObservedRun {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(observedAt, "observedAt");
        Objects.requireNonNull(tree, "tree");
    }
}
