package dev.expertd.journal;

import dev.expertd.redact.Redacted;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that an expertise file says and the code no longer does, as long as neither is changed accordingly.
 *
 * @param kind a word for what changed
 * @param lineKey hash of the line that says it, numbers aside
 * @param commit the commit that changed the code; empty if nobody knows
 */
public record OpenDrift(
        String id,
        String file,
        String kind,
        Redacted part,
        int line,
        Redacted subject,
        Redacted words,
        String lineKey,
        String commit,
        Instant at) {
    public OpenDrift {
        if (id.isEmpty() || file.isEmpty() || line < 1) {
            throw new IllegalArgumentException("no finding in " + file);
        }
        Objects.requireNonNull(commit, "commit");
        Objects.requireNonNull(at, "at");
    }
}
