package dev.expertd.learn;

import dev.expertd.journal.JournaledVerdict;
import dev.expertd.journal.SeenCommit;
import dev.expertd.journal.StoredRun;
import dev.expertd.judge.Binding;
import dev.expertd.judge.RunJudge;
import dev.expertd.judge.Sighting;
import dev.expertd.judge.Subject;
import dev.expertd.model.Act;
import dev.expertd.model.Commit;
import dev.expertd.model.Failure;
import dev.expertd.model.FileChange;
import dev.expertd.model.ObservedRun;
import dev.expertd.model.Outcome;
import dev.expertd.model.Run;
import dev.expertd.model.TestResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges a run that was read just now: which code it tested, what changed in it, and the act it belongs to. */
final class RunJudging {
    private final Site site;
    private final ActKeeping acts;
    private final DeltaDrafting deltas;
    private final Suspicions suspicions;
    private final Ledger ledger;
    private final RunJudge judge = new RunJudge();

    RunJudging(Site site, ActKeeping acts, DeltaDrafting deltas, Suspicions suspicions, Ledger ledger) {
        this.site = site;
        this.acts = acts;
        this.deltas = deltas;
        this.suspicions = suspicions;
        this.ledger = ledger;
    }

    /**
     * Judges a run, unless the same content was judged before.
     *
     * @param sighting tells which commit it tested
     * @param history the trace lay there when the repository was first seen
     */
    void judge(ObservedRun observed, Sighting sighting, boolean history) {
        Run run = observed.run();
        if (site.journal().runs().find(site.repository(), run.id()).isPresent()) {
            return;
        }
        Binding binding = Binding.atSight(sighting);
        String base = binding.isProvisional() ? observed.tree().head() : binding.commit();
        Optional<Commit> commit = base.isEmpty() ? Optional.empty() : site.git().commit(base);
        List<RunConditions.Compared> compared =
                new RunConditions(site).compare(run, base, observed.tree().treeId());
        StoredRun stored = stored(observed, binding, history, outcome(run, observed, binding, commit));
        Act act = binding.isProvisional() || commit.isEmpty()
                ? acts.ofRun(stored)
                : acts.ofCommit(actOf(commit.get()), commit.get(), List.of(stored));
        site.journal().inTransaction(() -> {
            site.journal()
                    .runs()
                    .add(
                            site.repository(),
                            stored,
                            compared.stream().map(this::journaled).toList());
            site.journal().acts().judged(act);
        });
        ledger.judged(act.id());
        StoredRun placed =
                site.journal().runs().find(site.repository(), run.id()).orElseThrow();
        if (!history) {
            suspicions.weigh(placed, compared);
            deltas.draft(act, placed, ledger);
        }
    }

    private Outcome outcome(Run run, ObservedRun observed, Binding binding, Optional<Commit> commit) {
        Set<String> changed = binding.isProvisional()
                ? observed.tree().changed().keySet()
                : commit.map(RunJudging::paths).orElse(Set.of());
        Subject subject = new Subject(changed);
        boolean subjectFailed =
                run.results().stream().anyMatch(result -> result.status().isRed() && subject.owns(result.test()));
        return judge.judge(run, subjectFailed, binding.confidence());
    }

    private static Set<String> paths(Commit commit) {
        return commit.files().stream().map(FileChange::path).collect(Collectors.toSet());
    }

    /** The act of a commit, under whichever of its ids it was judged first. */
    private String actOf(Commit commit) {
        return site.journal()
                .commits()
                .find(site.repository(), commit.id())
                .map(SeenCommit::act)
                .filter(id -> !id.isEmpty())
                .orElse(ActKeeping.idOf(commit));
    }

    private StoredRun stored(ObservedRun observed, Binding binding, boolean history, Outcome outcome) {
        Run run = observed.run();
        return new StoredRun(
                0,
                run.id(),
                site.worktree(),
                observed.source(),
                run.format(),
                observed.observedAt(),
                observed.tree(),
                binding.commit(),
                binding.reason(),
                history,
                history,
                run.counts(),
                outcome,
                run.runErrors().stream().map(error -> site.safe(error).text()).toList());
    }

    private JournaledVerdict journaled(RunConditions.Compared compared) {
        TestResult result = compared.result();
        Failure failure = result.status().isRed() ? result.failure() : null;
        return new JournaledVerdict(
                result.test().id(),
                site.safe(result.test().name()),
                site.safe(result.test().suite()),
                site.safe(result.test().file()),
                result.status(),
                compared.delta().condition(),
                compared.flaky(),
                compared.fingerprint(),
                site.safe(failure == null ? "" : failure.type()),
                site.safe(failure == null ? "" : failure.message()),
                site.safe(failure == null ? "" : failure.body()));
    }
}
