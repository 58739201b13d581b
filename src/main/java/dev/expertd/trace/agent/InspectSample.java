package dev.expertd.trace.agent;

import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import org.jspecify.annotations.Nullable;

/**
 * One sample in one epoch.
 *
 * @param name its id, and its epoch from the second on
 * @param flaky it broke, was tried again, and then passed
 */
record InspectSample(
        String name,
        Status status,
        boolean flaky,
        long millis,
        @Nullable Failure failure) {}
