package dev.expertd.daemon.life;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Crashes of the daemon, one soon after the other.
 *
 * @param since when the first of those that crashed had begun
 * @param reason why the last one crashed; redacted
 * @param waitsUntil until when the one that runs now waits before it looks at anything
 */
public record CrashLoop(int times, Instant since, String reason, Optional<Instant> waitsUntil) {
    public CrashLoop {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(reason, "reason");
    }
}
