package dev.expertd.expertise.reference;

import java.util.List;
import java.util.Objects;

/**
 * A reference to the code, as it stands in an expertise file.
 *
 * @param line the line of the expertise file, from 0
 * @param start where in that line the text stands that a correction would replace, in bytes
 * @param text that text: a number, a range, a path, a name with brackets
 * @param first the first line that is named, from 1; 0 if none is
 * @param last the last line that is named, from 1; the same as {@code first} if only one is
 * @param symbols names that the statement goes by, the nearest first
 * @param paths paths that the statement may mean, the likeliest group first
 * @param wide paths and globs that the whole file is about, in case none of these has what is named
 * @param tied the nearest name says what the number is, as in a table's row, a heading, or directly before it
 * @param statement the line without its numbers and paths, by which it is known again when these were put right
 * @param strength how surely it is a reference to that file
 */
public record Reference(
        Kind kind,
        int line,
        int start,
        String text,
        int first,
        int last,
        List<String> symbols,
        List<List<String>> paths,
        List<String> wide,
        boolean tied,
        Strength strength,
        String statement) {
    /** What is referred to. */
    public enum Kind {
        LINES,
        PATH,
        SYMBOL
    }

    /** How surely a number or path is meant for the file that it is taken for. */
    public enum Strength {
        /** The statement names the file itself, or is a heading. */
        FIRM,
        /** The file was named further up: without a name that stands there, nothing is certain. */
        LOOSE,
        /** It may be no reference at all: only what once held counts. */
        WEAK
    }

    public Reference {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(strength, "strength");
        if (line < 0 || start < 0 || text.isEmpty() || first < 0 || last < first) {
            throw new IllegalArgumentException("no reference: " + text + " in line " + line);
        }
        symbols = List.copyOf(symbols);
        paths = paths.stream().map(List::copyOf).toList();
        wide = List.copyOf(wide);
    }

    static Reference path(int line, int start, String path, String statement) {
        return new Reference(
                Kind.PATH,
                line,
                start,
                path,
                0,
                0,
                List.of(),
                List.of(List.of(path)),
                List.of(),
                false,
                Strength.WEAK,
                statement);
    }

    /** The same reference, in a file that is about these paths. */
    Reference in(List<String> about) {
        return kind == Kind.PATH
                ? this
                : new Reference(kind, line, start, text, first, last, symbols, paths, about, tied, strength, statement);
    }

    /** What the reference says, wherever it stands: the same in two versions of a file is the same reference. */
    public String key() {
        String path =
                paths.isEmpty() || paths.get(0).isEmpty() ? "" : paths.get(0).get(0);
        return keyWithoutPath() + " " + path;
    }

    /** The same but for the path, which may have been put right since. */
    public String keyWithoutPath() {
        return kind + " " + text + " " + (symbols.isEmpty() ? "" : symbols.get(0));
    }

    /** True if more than one line is named. */
    public boolean isRange() {
        return last > first;
    }
}
