package dev.expertd.draft.delta.change;

import java.util.Objects;

/**
 * A statement as its author meant it, however many lines it takes.
 *
 * @param text without comments, in single spaces, without the semicolon, brace or colon that ends it
 * @param first its first line, counted from 0
 * @param last its last line, inclusive
 * @param depth how deep it is nested; what is deeper and follows belongs to it
 * @param opens whether a block follows that belongs to it
 */
public record Statement(String text, int first, int last, int depth, boolean opens) {
    public Statement {
        Objects.requireNonNull(text, "text");
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("no lines: " + first + ".." + last);
        }
    }

    Statement in(String part) {
        return new Statement(part, first, last, depth, opens);
    }
}
