package dev.expertd.redact;

import org.jspecify.annotations.Nullable;

/**
 * Text from a repository that may be kept or shown: no secret and no private place is left in it.
 *
 * <p>Only {@link Redactor} makes one from new text, so that whoever holds one need not ask again.
 */
public final class Redacted {
    private final String text;

    Redacted(String text) {
        this.text = text;
    }

    /** Text that was redacted before and is read back from where only redacted text can be. */
    public static Redacted stored(String text) {
        return new Redacted(text);
    }

    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Redacted that && that.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
