package dev.expertd.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Everything that the drafters may look at for one act.
 *
 * @param commits the commits that may be credited or blamed, oldest first; one for an ordinary act
 * @param deltas how tests stepped in the run that is judged; empty when no run is
 * @param runId the run that the deltas come from; empty when none
 * @param outcome what was concluded so far
 * @param day the day to write where no commit gives one
 */
public record ActEvidence(
        List<CommitEvidence> commits, List<TestDelta> deltas, String runId, Outcome outcome, LocalDate day) {
    public ActEvidence {
        commits = List.copyOf(commits);
        deltas = List.copyOf(deltas);
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(day, "day");
    }
}
