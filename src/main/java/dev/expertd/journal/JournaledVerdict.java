package dev.expertd.journal;

import dev.expertd.model.Condition;
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
        Redacted body) {}
