package dev.expertd.redact;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The one place where text from a repository becomes text that may be kept: secrets and private places are replaced by
 * a marker that says what stood there. Hashes, UUIDs and long identifiers of code are none of these and stay.
 */
public final class Redactor {
    /** More than this of one text is nothing that a person or a journal wants. */
    private static final int LIMIT = 1 << 20;

    /** Text without any of these holds no secret that the rules know, so most text is looked at only once. */
    private static final Pattern HINT = Pattern.compile(
            "(?i)key|token|secret|passw|pwd|credential|bearer|basic |authorization|://|arn:|account|@|/home/|/users/|\\\\users\\\\|"
                    + "\\b(?:10|172|192)\\.\\d|\\.internal|\\.local|\\.corp|\\.intranet|\\.lan\\b|[A-Za-z0-9_-]{16}");

    private final List<SecretRule> rules = SecretRules.all();

    /** The text as it may be kept. */
    public Redacted redact(String text) {
        String safe = text.length() > LIMIT ? text.substring(0, LIMIT) + " [cut: longer than 1 MiB]" : text;
        if (HINT.matcher(safe).find()) {
            for (SecretRule rule : rules) {
                safe = rule.apply(safe);
            }
        }
        return new Redacted(safe);
    }
}
