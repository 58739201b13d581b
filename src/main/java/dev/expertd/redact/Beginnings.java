package dev.expertd.redact;

import java.util.ArrayList;
import java.util.List;

/**
 * Things that are known by how they are written, found by their first two characters: so that at most places of an
 * ordinary text one look tells that nothing begins there, however many there are.
 */
final class Beginnings<T> {
    private static final int ASCII = 128;

    private final List<List<T>> byTwo = new ArrayList<>();

    Beginnings() {
        for (int i = 0; i < ASCII * ASCII; i++) {
            byTwo.add(List.of());
        }
    }

    /** A word of one character begins whatever stands behind it. */
    void add(String word, T thing) {
        int first = word.charAt(0) * ASCII;
        for (int second = 0; second < ASCII; second++) {
            if (word.length() == 1 || word.charAt(1) == second) {
                List<T> more = new ArrayList<>(byTwo.get(first + second));
                more.add(thing);
                byTwo.set(first + second, List.copyOf(more));
            }
        }
    }

    /** What may begin there, in the order in which it was added; nothing at the last character. */
    List<T> at(String text, int at) {
        if (at + 1 >= text.length()) {
            return List.of();
        }
        int first = text.charAt(at);
        int second = text.charAt(at + 1);
        return (first | second) < ASCII ? byTwo.get(first * ASCII + second) : List.of();
    }
}
