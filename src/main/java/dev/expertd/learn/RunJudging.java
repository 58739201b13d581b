package dev.expertd.learn;

import dev.expertd.journal.JournaledVerdict;
import dev.expertd.journal.SeenCommit;
import dev.expertd.journal.StoredRun;
import dev.expertd.judge.Binding;
import dev.expertd.judge.RunJudge;
import dev.expertd.judge.Sighting;
import dev.expertd.judge.Subject;
import dev.expertd.judge.SuiteScope;
import dev.expertd.model.Act;
import dev.expertd.model.Commit;
import dev.expertd.model.Condition;
import dev.expertd.model.Failure;
import dev.expertd.model.FileChange;
import dev.expertd.model.ObservedRun;
import dev.expertd.model.Outcome;
import dev.expertd.model.Run;
import dev.expertd.model.Snapshot;
import dev.expertd.model.TestResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges a run that was read just now: which code it tested, what changed in it, and the act it belongs to. */
final class RunJudging {
    /** So many complete runs tell which tests a source has. */
    private static final int KNOWN_RUNS = 10;

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
     * @param takenUp notes that the trace was read; kept in the transaction that keeps the run, so that neither is lost
     */
    void judge(ObservedRun observed, Sighting sighting, boolean history, Runnable takenUp) {
        if (site.journal().runs().find(site.repository(), observed.run().id()).isPresent()) {
            site.journal().inTransaction(takenUp);
            return;
        }
        Snapshot tree = sighting.sawTheTree()
                ? observed.tree()
                : Snapshot.unknown(observed.tree().head());
        judge(observed, Binding.atSight(sighting), tree, history, takenUp);
    }

    private void judge(ObservedRun observed, Binding binding, Snapshot tree, boolean history, Runnable takenUp) {
        int known = site.journal().tests().known(site.repository(), observed.source(), KNOWN_RUNS);
        Run run = observed.run().withScope(SuiteScope.of(observed.run(), known));
        String base = binding.isProvisional() ? tree.head() : binding.commit();
        Optional<Commit> commit = base.isEmpty() ? Optional.empty() : site.git().commit(base);
        RunConditions conditions = new RunConditions(
                site,
                new Flakes(site, observed.source(), tree.treeId()),
                new Predecessors(site, new Lineage(site), observed.source(), base, tree.treeId(), Long.MAX_VALUE));
        List<RunConditions.Compared> compared = conditions.compare(run);
        List<JournaledVerdict> verdicts = Stream.concat(
                        compared.stream().map(this::journaled), conditions.missing(run).stream())
                .toList();
        Set<String> changed = binding.isProvisional()
                ? tree.changed().keySet()
                : commit.map(RunJudging::paths).orElse(Set.of());
        Outcome outcome = judge.judge(run, subjectFailed(compared, changed), binding.confidence());
        StoredRun stored = stored(observed, binding, tree, history, run, outcome);
        Act act = binding.isProvisional() || commit.isEmpty()
                ? acts.ofRun(stored)
                : acts.ofCommit(acts.idFor(commit.get()), commit.get(), List.of(stored));
        Optional<SeenCommit> waiting = binding.isProvisional() ? Optional.empty() : commit.flatMap(this::withItsChange);
        site.journal().inTransaction(() -> {
            site.journal().runs().add(site.repository(), stored, verdicts);
            waiting.ifPresent(seen -> site.journal()
                    .commits()
                    .settle(site.repository(), seen.settled(seen.state(), seen.patchId(), act.id(), seen.reason())));
            takenUp.run();
            site.journal().acts().judged(act);
        });
        ledger.judged(act.id());
        StoredRun placed =
                site.journal().runs().find(site.repository(), run.id()).orElseThrow();
        if (!history) {
            if (placed.boundTo().isEmpty()) {
                suspicions.weigh(placed);
            }
            deltas.draft(act, placed, ledger);
        }
    }

    /** A commit that was not judged, known by its change: a rebase may bring that back under another id. */
    private Optional<SeenCommit> withItsChange(Commit commit) {
        return site.journal()
                .commits()
                .find(site.repository(), commit.id())
                .filter(seen -> !seen.isRead() && seen.act().isEmpty())
                .map(seen -> seen.settled(
                        seen.state(), site.git().patchId(commit.id()).orElse(""), "", seen.reason()));
    }

    /** A red test stands in a file that was changed, or came with the change. */
    private static boolean subjectFailed(List<RunConditions.Compared> compared, Set<String> changed) {
        Subject subject = new Subject(changed);
        boolean grown = isSuiteGrown(compared);
        return compared.stream()
                .filter(each -> each.result().status().isRed())
                .anyMatch(each -> subject.owns(each.result().test())
                        || grown && each.delta().condition() == Condition.NEW_FAILING);
    }

    /** Some tests are new; if most of them were, another part of the suite would have been selected. */
    private static boolean isSuiteGrown(List<RunConditions.Compared> compared) {
        long executed = compared.stream()
                .filter(each -> each.result().status().isExecuted())
                .count();
        long added = compared.stream()
                .map(each -> each.delta().condition())
                .filter(condition -> condition == Condition.NEW || condition == Condition.NEW_FAILING)
                .count();
        return added * 2 <= executed;
    }

    private static Set<String> paths(Commit commit) {
        return commit.files().stream().map(FileChange::path).collect(Collectors.toSet());
    }

    private StoredRun stored(
            ObservedRun observed, Binding binding, Snapshot tree, boolean history, Run run, Outcome outcome) {
        return new StoredRun(
                0,
                run.id(),
                site.worktree(),
                observed.source(),
                run.format(),
                observed.observedAt(),
                tree,
                binding.commit(),
                binding.reason(),
                history,
                history,
                run.scope(),
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
