package dev.expertd.redact;

/** The one place where text from a repository becomes text that may be kept. */
public final class Redactor {
    public Redacted redact(String text) {
        return new Redacted(text);
    }
}
