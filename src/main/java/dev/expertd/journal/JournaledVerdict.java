package dev.expertd.journal;

import dev.expertd.model.Condition;
import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.redact.Redacted;

/**
 * One test's verdict in one run, its texts already redacted.
 *
 * @param message and the two beside it are empty unless the verdict is red
 */
public record JournaledVerdict(
        String test,
        Redacted name,
        Redacted suite,
        Redacted file,
        Status status,
        Condition condition,
        boolean flaky,
        String fingerprint,
        Redacted type,
        Redacted message,
        Redacted body) {
    /** What it printed when it failed; three empty texts if it did not. */
    public Failure failure() {
        return new Failure(type.text(), message.text(), body.text());
    }
}
