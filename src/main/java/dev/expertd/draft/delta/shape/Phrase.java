package dev.expertd.draft.delta.shape;

import java.util.Objects;

/**
 * What a change did, as an imperative that {@code in `Class.method`} can follow.
 *
 * @param priority how much of a change this shape usually explains, as measured on real repairs: 40 to 95
 * @param shape the name of the shape
 * @param text the phrase, code in back-quotes
 * @param avoid the reverse as a rule that a reader can follow, behind "Don't"; empty where there is none
 */
public record Phrase(double priority, String shape, String text, String avoid) {
    public Phrase {
        Objects.requireNonNull(avoid, "avoid");
        if (shape.isEmpty() || text.isBlank()) {
            throw new IllegalArgumentException("a phrase needs a shape and words");
        }
    }

    static Phrase of(double priority, String shape, String text) {
        return new Phrase(priority, shape, text, "");
    }

    Phrase avoiding(String rule) {
        return new Phrase(priority, shape, text, rule);
    }

    Phrase at(double otherPriority) {
        return new Phrase(otherPriority, shape, text, avoid);
    }
}
