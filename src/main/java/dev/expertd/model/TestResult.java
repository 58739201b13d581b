package dev.expertd.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One test in one run, its attempts already folded into one status.
 *
 * @param flaky failed and passed in the same run
 * @param durationMillis -1 when unknown
 * @param failure what a red test printed, or what a flaky one printed when it failed
 */
public record TestResult(
        TestCase test,
        Status status,
        boolean flaky,
        long durationMillis,
        @Nullable Failure failure) {
    public TestResult {
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(status, "status");
    }
}
