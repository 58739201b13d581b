package dev.expertd.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One test's step from its last verdict to this one.
 *
 * @param before the failure of the last red run; null if it was not red
 * @param now the failure of this run; null if it is not red
 * @param sinceCommit the commit on which the last verdict was seen; empty without history
 * @param fingerprint of the failure that is told (now if red, else before); empty if neither
 */
public record TestDelta(
        TestCase test,
        Condition condition,
        @Nullable Failure before,
        @Nullable Failure now,
        String sinceCommit,
        String fingerprint) {
    public TestDelta {
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(sinceCommit, "sinceCommit");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }
}
