package dev.expertd.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * The outcome of a run or of an act.
 *
 * @param rule the rule that decided it, in words that a user can read
 * @param confidence 0 to 1: how sure it is that the tested code is the code named
 */
public record Outcome(OutcomeValue value, String rule, Set<Signal> signals, double confidence) {
    public Outcome {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(rule, "rule");
        signals = signals.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(signals));
        if (confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("confidence is between 0 and 1: " + confidence);
        }
    }

    /** The outcome and what decided it, as part of a sentence. */
    public String inWords() {
        return value.word() + (rule.startsWith("rule ") ? " by " : ": ") + rule;
    }
}
