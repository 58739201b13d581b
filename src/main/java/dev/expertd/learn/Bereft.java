package dev.expertd.learn;

import dev.expertd.model.Act;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import java.util.List;

/**
 * Lines that still wait to be written or taken out when none of what was known of their repository is there any more:
 * another one was cloned to its place, or all it held was pruned. Those whose commits are gone wait for a person; to
 * write them would be to write one repository's lessons into another's file.
 */
final class Bereft {
    private static final List<LearningState> ON_THEIR_WAY = List.of(LearningState.INTENDED, LearningState.LEAVING);
    private static final String REASON = "its commit is not in this repository any more: waits for review";

    private final Site site;

    Bereft(Site site) {
        this.site = site;
    }

    /** To be called in the transaction that takes the new tips for granted. */
    void toReview() {
        site.journal().learnings().in(site.repository(), ON_THEIR_WAY).stream()
                .filter(learning -> learning.worktree().equals(site.worktree()) && isBereft(learning))
                .forEach(learning -> site.journal()
                        .learnings()
                        .move(site.repository(), learning.id(), LearningState.REVIEW, site.safe(REASON), site.today()));
    }

    private boolean isBereft(Learning learning) {
        List<String> commits = site.journal()
                .acts()
                .find(site.repository(), learning.act())
                .map(Act::commits)
                .orElse(List.of());
        return !commits.isEmpty() && commits.stream().noneMatch(site.git()::has);
    }
}
