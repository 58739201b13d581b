package dev.expertd.journal;

import dev.expertd.model.Counts;
import dev.expertd.model.Outcome;
import dev.expertd.model.Scope;
import dev.expertd.model.Signal;
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
 * @param scope how much of its suite it speaks for
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
        Scope scope,
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
                scope,
                counts,
                sure,
                errors);
    }

    /** It may blame nobody: it was cut off, or so much failed that the machine is to be suspected. */
    public boolean isDoubtful() {
        return scope == Scope.INCOMPLETE || outcome.signals().contains(Signal.INFRA_SUSPECT);
    }
}
