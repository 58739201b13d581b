package dev.expertd.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
        return value.word() + (isByRule() ? " by " : ": ") + reason();
    }

    /** Why it is so, and how sure that is where anything is said: {@code rule 6: 1 failed [SUBSET], confidence 0.7}. */
    public String reason() {
        String names = signals.isEmpty() ? "" : " " + signals;
        if (value == OutcomeValue.NONE || confidence == 1 && !isByRule()) {
            return rule + names;
        }
        BigDecimal sure = BigDecimal.valueOf(confidence).setScale(2, RoundingMode.HALF_UP);
        return rule + names + ", confidence " + sure.stripTrailingZeros().toPlainString();
    }

    /** False for what a person said or a revert shows. */
    private boolean isByRule() {
        return rule.startsWith("rule ") || rule.startsWith("the last runs");
    }
}
