package dev.expertd.redact;

import java.util.List;
import java.util.Optional;

/** One way of finding secrets in a text and of putting markers in their place. */
interface SecretRule {
    /** Words in lower case; a text without any of them holds nothing that this rule finds. Empty: it must be asked. */
    List<String> anchors();

    /** The text without the secrets of this kind; empty if it holds none. */
    Optional<Scanned> apply(Scanned text);

    /** What stands where a secret stood. */
    static String marker(String what) {
        return "[redacted: " + what + "]";
    }
}
