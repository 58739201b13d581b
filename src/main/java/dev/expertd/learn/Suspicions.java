package dev.expertd.learn;

import dev.expertd.journal.JournaledVerdict;
import dev.expertd.journal.StoredRun;
import dev.expertd.model.Condition;
import dev.expertd.model.Draft;
import dev.expertd.model.FileChange;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.model.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what a commit is suspected to have broken until a later run confirms or clears it.
 *
 * <p>Five of six tests that turn red are flaky, so the first sighting only suspects. A second failing run of the same
 * tree, a failing run of a later commit, or a repair at the same place confirms; green without a repair clears. A run
 * that does not hold the blamed commit says nothing about it. A line that was written leaves the file again if its test
 * turns out to be flaky.
 */
final class Suspicions {
    private static final int COMMITS = 100;
    private static final String FLAKY = "flaky: the test did the opposite on the same code";

    /** What is still open, and what was written and may prove to be chance after all. */
    private static final List<LearningState> OPEN = List.of(LearningState.HELD, LearningState.DONE);

    private final Site site;
    private final Lineage lineage;

    Suspicions(Site site) {
        this.site = site;
        this.lineage = new Lineage(site);
    }

    /** Weighs every open suspicion against a run that was judged or bound just now. */
    void weigh(StoredRun run) {
        List<Learning> open = site.journal().learnings().in(site.repository(), OPEN).stream()
                .filter(learning -> learning.origin() == Origin.REGRESSION)
                .filter(learning -> !learning.evidence().runs().contains(run.id()))
                .filter(learning -> !learning.evidence().commits().isEmpty())
                .toList();
        if (open.isEmpty()) {
            return;
        }
        Map<String, JournaledVerdict> verdicts = new HashMap<>();
        site.journal().verdicts().of(site.repository(), run.id()).stream()
                .filter(verdict -> verdict.status().isExecuted())
                .forEach(verdict -> verdicts.put(verdict.test(), verdict));
        for (Learning suspicion : open) {
            List<JournaledVerdict> concerned = suspicion.evidence().tests().stream()
                    .flatMap(test -> Optional.ofNullable(verdicts.get(test)).stream())
                    .toList();
            if (!concerned.isEmpty()) {
                weigh(suspicion, run, concerned);
            }
        }
    }

    private void weigh(Learning suspicion, StoredRun run, List<JournaledVerdict> concerned) {
        String blamed = suspicion.evidence().commits().get(0);
        String base = run.boundTo().isEmpty() ? run.tree().head() : run.boundTo();
        Optional<String> behind = lineage.behind(blamed, base);
        if (suspicion.state() == LearningState.DONE) {
            if (behind.isPresent() && concerned.stream().allMatch(Suspicions::isFlaky)) {
                move(suspicion, LearningState.LEAVING, FLAKY);
            }
        } else if (behind.isEmpty()) {
            if (isOnNoBranch(blamed)) {
                move(suspicion, LearningState.DROPPED, "the commit is on no branch any more");
            }
        } else if (concerned.stream().allMatch(Suspicions::isFlaky)) {
            move(suspicion, LearningState.DROPPED, FLAKY);
        } else if (concerned.stream().anyMatch(verdict -> verdict.status().isRed())) {
            if (concerned.stream().anyMatch(verdict -> verdict.condition() == Condition.STILL)
                    && confirms(suspicion, run)) {
                confirmSeen(suspicion);
            }
        } else if (repairedAtTheSamePlace(suspicion, run, behind.get())) {
            confirm(suspicion);
        } else if (!run.boundTo().isEmpty()) {
            move(suspicion, LearningState.DROPPED, "the test turned green again and nobody touched that place");
        }
    }

    private static boolean isFlaky(JournaledVerdict verdict) {
        return verdict.flaky() || verdict.condition() == Condition.FLAKY_FAILURE;
    }

    /** The same failure once more: of a commit, or of the very tree on which it was suspected. */
    private boolean confirms(Learning suspicion, StoredRun run) {
        return !run.isDoubtful()
                && (!run.boundTo().isEmpty()
                        || suspicion.evidence().runs().stream()
                                .flatMap(id -> site.journal().runs().find(site.repository(), id).stream())
                                .anyMatch(first -> !first.tree().treeId().isEmpty()
                                        && first.tree()
                                                .treeId()
                                                .equals(run.tree().treeId())));
    }

    private boolean isOnNoBranch(String commit) {
        return site.git().head().filter(head -> holds(head, commit)).isEmpty()
                && site.git().tips().values().stream().noneMatch(tip -> holds(tip, commit));
    }

    private boolean holds(String tip, String commit) {
        return lineage.behind(commit, tip).isPresent();
    }

    private boolean repairedAtTheSamePlace(Learning suspicion, StoredRun run, String blamed) {
        List<String> places = suspicion.evidence().files();
        if (run.boundTo().isEmpty()) {
            return run.tree().changed().keySet().stream().anyMatch(places::contains);
        }
        return site.git().reachable(List.of(run.boundTo()), List.of(blamed), COMMITS).stream()
                .flatMap(id -> site.git().commit(id).stream())
                .flatMap(commit -> commit.files().stream())
                .map(FileChange::path)
                .anyMatch(places::contains);
    }

    /** Seen twice: sure, unless nothing in the failure points at the change, which a second look does not alter. */
    private void confirmSeen(Learning suspicion) {
        if (suspicion.score() > Draft.DOUBTED) {
            confirm(suspicion);
        } else {
            move(suspicion, LearningState.REVIEW, "seen again, but nothing in the failure points at this change");
        }
    }

    /** The proof makes it sure, whatever its score was; a person is asked only where every line waits for one. */
    private void confirm(Learning suspicion) {
        Hold hold = Hold.of(site.settings());
        move(suspicion, hold.state(), hold.reason());
    }

    private void move(Learning suspicion, LearningState state, String reason) {
        site.journal().learnings().move(site.repository(), suspicion.id(), state, site.safe(reason), site.today());
    }
}
