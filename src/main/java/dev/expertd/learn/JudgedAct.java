package dev.expertd.learn;

import dev.expertd.model.Act;
import dev.expertd.model.Delta;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.model.Refusal;
import java.util.List;
import java.util.Objects;

/**
 * An act as this pass left it.
 *
 * @param credited the commit that is credited or blamed; empty if none is
 */
public record JudgedAct(Act act, String credited, List<Learning> learnings, List<Refusal> refusals, Delta delta) {
    public JudgedAct {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(credited, "credited");
        learnings = List.copyOf(learnings);
        refusals = List.copyOf(refusals);
        Objects.requireNonNull(delta, "delta");
    }

    public List<Learning> in(LearningState state) {
        return learnings.stream().filter(learning -> learning.state() == state).toList();
    }

    /** What waits: for a person, a confirmation or tomorrow. */
    public List<Learning> waiting() {
        return learnings.stream()
                .filter(learning -> learning.state() == LearningState.REVIEW || learning.state() == LearningState.HELD)
                .toList();
    }

    /** Experts whose files hold or will hold a line of this act. */
    public List<String> experts() {
        return learnings.stream()
                .filter(learning ->
                        learning.state() == LearningState.DONE || learning.state() == LearningState.INTENDED)
                .map(Learning::expert)
                .distinct()
                .toList();
    }
}
