package dev.expertd.judge;

import dev.expertd.model.Outcome;
import dev.expertd.model.OutcomeValue;
import dev.expertd.model.Signal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Gives an act its outcome from the outcomes of the runs that tested it. */
public final class ActJudge {
    public static final Outcome UNTESTED = new Outcome(OutcomeValue.NONE, "no run tested it", Set.of(), 1);

    /**
     * The act as its runs leave it.
     *
     * @param last the outcome of the last run of each source that tested the act
     */
    public Outcome judge(Collection<Outcome> last) {
        List<Outcome> speaking = last.stream()
                .filter(outcome -> outcome.value() != OutcomeValue.NONE)
                .toList();
        if (speaking.isEmpty()) {
            return last.stream().findFirst().orElse(UNTESTED);
        }
        if (speaking.size() == 1) {
            return speaking.get(0);
        }
        EnumSet<Signal> signals = EnumSet.noneOf(Signal.class);
        double confidence = 1;
        EnumSet<OutcomeValue> values = EnumSet.noneOf(OutcomeValue.class);
        for (Outcome outcome : speaking) {
            signals.addAll(outcome.signals());
            confidence = Math.min(confidence, outcome.confidence());
            values.add(outcome.value());
        }
        OutcomeValue value = values.size() == 1 ? values.iterator().next() : OutcomeValue.PARTIAL;
        return new Outcome(value, "the last runs of " + speaking.size() + " sources together", signals, confidence);
    }

    /** An act that a later commit takes back has failed, whatever its runs said. */
    public Outcome reverted(String byCommit) {
        return new Outcome(OutcomeValue.FAILED, "reverted by " + byCommit, Set.of(), 1);
    }
}
