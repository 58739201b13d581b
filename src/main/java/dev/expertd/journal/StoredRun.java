package dev.expertd.journal;

import dev.expertd.model.Counts;
import dev.expertd.model.Outcome;
import dev.expertd.model.Snapshot;
import java.time.Instant;
import java.util.List;

/**
 * A run as the journal holds it.
 *
 * @param seq order of observation
 * @param boundTo the commit whose code it tested; empty while it waits for one
 * @param binding why
 * @param history it lay there when the repository was first seen: blames nobody, teaches nothing
 * @param drafted its deltas were handed to the drafters
 */
public record StoredRun(
        long seq,
        String id,
        String worktree,
        String source,
        String format,
        Instant observedAt,
        Snapshot tree,
        String boundTo,
        String binding,
        boolean history,
        boolean drafted,
        Counts counts,
        Outcome outcome,
        List<String> errors) {
    public StoredRun {
        errors = List.copyOf(errors);
    }

    /** The same run, bound to a commit with that confidence. */
    public StoredRun boundTo(String commit, String why, double confidence) {
        Outcome sure = new Outcome(outcome.value(), outcome.rule(), outcome.signals(), confidence);
        return new StoredRun(
                seq,
                id,
                worktree,
                source,
                format,
                observedAt,
                tree,
                commit,
                why,
                history,
                drafted,
                counts,
                sure,
                errors);
    }
}
