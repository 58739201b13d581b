package dev.expertd.learn;

import dev.expertd.model.OutcomeValue;
import java.util.Objects;
import java.util.Optional;

/**
 * What one pass is asked for.
 *
 * @param byHand somebody asked for it: recent commits and the newest run are looked at even if they were judged before
 * @param oneShot the process ends after the pass: what is complete now is taken, nothing is waited for
 * @param component overrules the component of the newest act; empty otherwise
 * @param outcome overrules its outcome
 * @param expert overrules the routing; empty otherwise
 * @param note what a person says about the newest act; empty otherwise
 * @param since a commit after which every commit is looked at again; empty otherwise
 * @param dryRun decide, but write no expertise file
 */
public record Request(
        boolean byHand,
        boolean oneShot,
        String component,
        Optional<OutcomeValue> outcome,
        String expert,
        String note,
        String since,
        boolean dryRun) {
    public Request {
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(expert, "expert");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(since, "since");
    }

    /** What the daemon asks for on every hint. */
    public static Request onHint() {
        return new Request(false, false, "", Optional.empty(), "", "", "", false);
    }

    /** True if the newest act is to be judged by what a person says. */
    public boolean saysSomething() {
        return !component.isEmpty() || outcome.isPresent() || !note.isEmpty();
    }
}
