package dev.expertd.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How something that was tried turned out. */
public enum OutcomeValue {
    SUCCESS,
    FAILED,
    PARTIAL,
    /** Nothing can be said. */
    NONE;

    /** As people write it: {@code success}, {@code failed}, {@code partial}, {@code none}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<OutcomeValue> ofWord(String word) {
        return Arrays.stream(values())
                .filter(value -> value.word().equals(word))
                .findFirst();
    }
}
