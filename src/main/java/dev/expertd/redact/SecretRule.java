package dev.expertd.redact;

import java.util.List;
import java.util.Optional;

/** One way of finding secrets in a text and of putting markers in their place. */
interface SecretRule {
    /**
     * Words without any of which a text holds nothing that this rule finds: in any case, or with a capital in it as it
     * is written.
     */
    List<String> anchors();

    /** The text without the secrets of this kind; empty if it holds none. */
    Optional<Scanned> apply(Scanned text);

    /** What stands where a secret stood. */
    static String marker(String what) {
        return "[redacted: " + what + "]";
    }
}
