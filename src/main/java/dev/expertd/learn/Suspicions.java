package dev.expertd.learn;

import dev.expertd.journal.StoredRun;
import dev.expertd.model.FileChange;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.model.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps what a commit is suspected to have broken until a later run confirms or clears it.
 *
 * <p>Five of six tests that turn red are flaky, so the first sighting only suspects. A second failing run of the same
 * tree, a failing run of a later commit, or a repair at the same place confirms; green without a repair clears.
 */
final class Suspicions {
    private final Site site;

    Suspicions(Site site) {
        this.site = site;
    }

    /** Weighs every open suspicion against a run that was judged just now. */
    void weigh(StoredRun run, List<RunConditions.Compared> compared) {
        Map<String, RunConditions.Compared> byTest = new HashMap<>();
        compared.forEach(result -> byTest.put(result.result().test().id(), result));
        for (Learning suspicion : site.journal().learnings().in(site.repository(), LearningState.HELD)) {
            if (suspicion.origin() != Origin.REGRESSION
                    || suspicion.evidence().runs().contains(run.id())) {
                continue;
            }
            List<RunConditions.Compared> concerned = suspicion.evidence().tests().stream()
                    .filter(byTest::containsKey)
                    .map(byTest::get)
                    .filter(result -> result.result().status().isExecuted())
                    .toList();
            if (!concerned.isEmpty()) {
                weigh(suspicion, run, concerned);
            }
        }
    }

    private void weigh(Learning suspicion, StoredRun run, List<RunConditions.Compared> concerned) {
        boolean red =
                concerned.stream().anyMatch(result -> result.result().status().isRed());
        boolean flaky = concerned.stream().allMatch(RunConditions.Compared::flaky);
        if (flaky) {
            move(suspicion, LearningState.DROPPED, "flaky: the test did the opposite on the same code");
        } else if (red) {
            move(suspicion, LearningState.INTENDED, "");
        } else if (repairedAtTheSamePlace(suspicion, run)) {
            move(suspicion, LearningState.INTENDED, "");
        } else {
            move(suspicion, LearningState.DROPPED, "the test turned green again and nobody touched that place");
        }
    }

    private boolean repairedAtTheSamePlace(Learning suspicion, StoredRun run) {
        if (run.boundTo().isEmpty() || suspicion.evidence().commits().isEmpty()) {
            return false;
        }
        String blamed = suspicion.evidence().commits().get(0);
        return site.git().reachable(List.of(run.boundTo()), List.of(blamed), 100).stream()
                .flatMap(id -> site.git().commit(id).stream())
                .flatMap(commit -> commit.files().stream())
                .map(FileChange::path)
                .anyMatch(suspicion.evidence().files()::contains);
    }

    private void move(Learning suspicion, LearningState state, String reason) {
        site.journal().learnings().move(site.repository(), suspicion.id(), state, site.safe(reason), site.today());
    }
}
