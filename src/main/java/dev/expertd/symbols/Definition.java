package dev.expertd.symbols;

import java.util.Objects;

/**
 * A named thing in a source file and the lines it stands on.
 *
 * @param name its own name; the last part of {@link #qualifiedName()}
 * @param container the type (or, for a key, the path of keys) that holds it; empty at the top
 * @param first its first line, decorators and annotations included, counted from 0
 * @param last its last line, inclusive
 */
public record Definition(Kind kind, String name, String container, int first, int last) {
    /** What is defined. */
    public enum Kind {
        TYPE,
        FUNCTION,
        METHOD,
        FIELD,
        KEY;

        public boolean isCallable() {
            return this == FUNCTION || this == METHOD;
        }
    }

    public Definition {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(container, "container");
        if (name.isEmpty() || first < 0 || last < first) {
            throw new IllegalArgumentException("no definition: " + name + " " + first + ".." + last);
        }
    }

    /** {@code Class.method}, {@code function}, {@code jobs.build.steps}. */
    public String qualifiedName() {
        return container.isEmpty() ? name : container + "." + name;
    }
}
