package dev.expertd.model;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a test last did, and on which code.
 *
 * @param runId the run that said so
 * @param commit the commit whose code ran, or on which the edited tree stood
 * @param uncommitted paths that differed from {@code commit} when it ran; empty on committed code
 * @param treeId identity of the code that ran; empty when unknown
 * @param flaky it also did the opposite on the same code
 * @param failure null if it passed
 * @param fingerprint of the failure; empty if it passed
 */
public record PastVerdict(
        String runId,
        String commit,
        Set<String> uncommitted,
        String treeId,
        Status status,
        boolean flaky,
        @Nullable Failure failure,
        String fingerprint) {
    public PastVerdict {
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(commit, "commit");
        uncommitted = Set.copyOf(uncommitted);
        Objects.requireNonNull(treeId, "treeId");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }
}
