package dev.expertd.upkeep.drift;

import java.util.Objects;

/**
 * Something that a Part of an expertise file says and the code no longer does.
 *
 * @param part the heading of the Part, and of the section inside it
 * @param line the line of the file that says it, from 1
 * @param subject what it is about: a name, a path, a table
 * @param words the change, as one sentence
 * @param commit that made it; empty if nobody knows
 */
public record Drift(Kind kind, String part, int line, String subject, String words, String commit) {
    /** What changed. */
    public enum Kind {
        PARAMETERS,
        RESULT,
        LIST,
        GONE
    }

    public Drift {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(commit, "commit");
        if (line < 1 || subject.isEmpty() || words.isEmpty()) {
            throw new IllegalArgumentException("no finding: " + subject);
        }
    }
}
