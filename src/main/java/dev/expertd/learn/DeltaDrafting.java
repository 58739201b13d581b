package dev.expertd.learn;

import dev.expertd.draft.Drafter;
import dev.expertd.journal.JournaledVerdict;
import dev.expertd.journal.StoredRun;
import dev.expertd.model.Act;
import dev.expertd.model.ActEvidence;
import dev.expertd.model.Commit;
import dev.expertd.model.Condition;
import dev.expertd.model.Draft;
import dev.expertd.model.Drafting;
import dev.expertd.model.Failure;
import dev.expertd.model.PastVerdict;
import dev.expertd.model.Refusal;
import dev.expertd.model.Snapshot;
import dev.expertd.model.TestCase;
import dev.expertd.model.TestDelta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hands what a bound run changed, test by test, to the drafters: what turned green, and what turned red. */
final class DeltaDrafting {
    /** No fix is looked for further back than this. */
    private static final int CANDIDATES = 50;

    private final Site site;
    private final ActKeeping acts;
    private final DraftDesk desk;
    private final Lineage lineage;
    private final Suspicions suspicions;
    private final Repairs repairs;
    private final Drafter fixes;
    private final Drafter regressions;
    private final TestedEdits edits;

    DeltaDrafting(Site site, ActKeeping acts, DraftDesk desk, Drafters drafters) {
        this.site = site;
        this.acts = acts;
        this.desk = desk;
        this.lineage = new Lineage(site);
        this.suspicions = new Suspicions(site);
        this.repairs = new Repairs(site);
        this.fixes = drafters.fixes();
        this.regressions = drafters.regressions();
        this.edits = new TestedEdits(site);
    }

    /** A test's step with the verdict it started from. */
    private record Step(TestDelta delta, PastVerdict before, int sightings) {}

    /** Drafts from the last run of each source; those before were attempts. */
    void draft(Act act, List<StoredRun> bound, Ledger ledger) {
        Map<String, StoredRun> last = new LinkedHashMap<>();
        bound.forEach(run -> last.put(run.source(), run));
        last.values().forEach(run -> draft(act, run, ledger));
        bound.forEach(run -> site.journal().runs().drafted(site.repository(), run.id()));
    }

    /** Drafts from runs whose pass was interrupted after they were judged. */
    void finish(Ledger ledger) {
        Map<String, List<StoredRun>> byCommit =
                site.journal().runs().undrafted(site.repository(), site.worktree()).stream()
                        .collect(Collectors.groupingBy(StoredRun::boundTo, LinkedHashMap::new, Collectors.toList()));
        byCommit.forEach((commit, runs) -> site.git()
                .commit(commit)
                .flatMap(found -> site.journal().acts().find(site.repository(), acts.idFor(found)))
                .ifPresentOrElse(
                        act -> draft(act, runs, ledger),
                        () -> runs.forEach(run -> site.journal().runs().drafted(site.repository(), run.id()))));
    }

    /** Drafts from the run once; a run that waits for its commit is drafted when it is bound. */
    void draft(Act act, StoredRun run, Ledger ledger) {
        if (run.drafted() || run.boundTo().isEmpty()) {
            return;
        }
        suspicions.weigh(run);
        List<JournaledVerdict> verdicts = site.journal().verdicts().of(site.repository(), run.id());
        List<TestDelta> red = verdicts.stream()
                .filter(verdict -> verdict.status().isRed())
                .map(verdict -> delta(verdict, null))
                .toList();
        steps(act, run, verdicts, Condition.FIXED)
                .forEach((commits, steps) -> credit(act, run, commits, steps, red, ledger));
        if (!run.isDoubtful()) {
            steps(act, run, verdicts, Condition.REGRESSION)
                    .forEach((commits, steps) -> suspect(act, run, commits, steps, ledger));
        }
        site.journal().runs().drafted(site.repository(), run.id());
    }

    /** Steps of that kind, by the commits between the last verdict and this one. */
    private Map<List<String>, List<Step>> steps(
            Act act, StoredRun run, List<JournaledVerdict> verdicts, Condition kind) {
        Map<List<String>, List<Step>> steps = new LinkedHashMap<>();
        List<JournaledVerdict> stepped = verdicts.stream()
                .filter(verdict -> verdict.condition() == kind && !verdict.flaky())
                .toList();
        if (stepped.isEmpty()) {
            return steps;
        }
        Predecessors predecessors = new Predecessors(
                site, lineage, run.source(), run.boundTo(), run.tree().treeId(), run.seq());
        for (JournaledVerdict verdict : stepped) {
            List<PastVerdict> past = predecessors.past(verdict.test());
            if (past.isEmpty() || past.get(0).status().isRed() != (kind == Condition.FIXED)) {
                continue;
            }
            List<String> commits = between(past.get(0), run.boundTo());
            if (kind == Condition.FIXED && !commits.isEmpty() && !repairs.isBelievable(past, commits)) {
                refuse(act, verdict.name().text(), "red only once, and nothing was touched that it names: flaky");
                continue;
            }
            steps.computeIfAbsent(commits, key -> new ArrayList<>())
                    .add(new Step(delta(verdict, past.get(0)), past.get(0), sightings(past, past.get(0))));
        }
        return steps;
    }

    /** On how many different trees the same failure was seen. */
    private static int sightings(List<PastVerdict> past, PastVerdict before) {
        return (int) past.stream()
                .filter(verdict -> verdict.fingerprint().equals(before.fingerprint()))
                .map(PastVerdict::treeId)
                .distinct()
                .count();
    }

    /** The commits after the one on which the last verdict was seen, oldest first; merges teach nothing. */
    private List<String> between(PastVerdict before, String boundTo) {
        if (before.commit().equals(boundTo)) {
            return before.uncommitted().isEmpty() ? List.of() : List.of(boundTo);
        }
        List<String> all = site.git().reachable(List.of(boundTo), List.of(before.commit()), Integer.MAX_VALUE);
        return all.subList(Math.max(0, all.size() - CANDIDATES), all.size()).stream()
                .flatMap(id -> site.git().commit(id).stream())
                .filter(commit -> !commit.isMerge())
                .map(Commit::id)
                .toList();
    }

    private void credit(
            Act act, StoredRun run, List<String> commits, List<Step> steps, List<TestDelta> red, Ledger ledger) {
        if (commits.isEmpty()) {
            refuse(
                    act,
                    steps.get(0).delta().test().name(),
                    "it turned green without a commit between: flaky, or repaired outside the code");
            return;
        }
        List<TestDelta> deltas = new ArrayList<>(steps.stream().map(Step::delta).toList());
        deltas.addAll(red);
        Drafting drafting = fixes.draft(evidence(act, run, commits, deltas, redTree(steps)));
        List<Draft> drafts = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>(drafting.refusals());
        for (Draft draft : drafting.drafts()) {
            if (wasNeverCommitted(draft, steps)) {
                refusals.add(
                        new Refusal(
                                draft.statement(),
                                "the failure was seen only in an uncommitted tree and came from the very file that was edited"));
            } else {
                drafts.add(OutsideCauses.doubted(draft, deltas));
            }
        }
        String credited = store(act, drafts, refusals, false);
        if (!credited.isEmpty()) {
            ledger.credits(act.id(), credited);
        }
    }

    private void refuse(Act act, String test, String reason) {
        site.journal().acts().refused(site.repository(), act.id(), site.safe(test), site.safe(reason));
    }

    /**
     * A failure that somebody made and mended between two commits is nobody's news, unless it survived two different
     * edits: then the failed attempts are the lesson.
     */
    private static boolean wasNeverCommitted(Draft draft, List<Step> steps) {
        return !draft.evidence().files().isEmpty()
                && steps.stream()
                        .allMatch(step -> step.before()
                                        .uncommitted()
                                        .contains(draft.evidence().files().get(0))
                                && step.sightings() < 2);
    }

    private void suspect(Act act, StoredRun run, List<String> commits, List<Step> steps, Ledger ledger) {
        if (commits.isEmpty()) {
            return;
        }
        List<TestDelta> deltas = steps.stream().map(Step::delta).toList();
        Drafting drafting = regressions.draft(evidence(act, run, commits, deltas, Optional.empty()));
        List<Draft> drafts = drafting.drafts().stream()
                .map(draft -> OutsideCauses.doubted(draft, deltas))
                .toList();
        String blamed = store(act, drafts, drafting.refusals(), true);
        if (!blamed.isEmpty()) {
            ledger.credits(act.id(), blamed);
        }
    }

    /** Decides and stores; returns the commit that is credited or blamed, empty if none is. */
    private String store(Act act, List<Draft> drafts, List<Refusal> refusals, boolean suspected) {
        String credited = drafts.stream()
                .flatMap(draft -> draft.evidence().commits().stream().limit(1))
                .findFirst()
                .orElse("");
        Optional<Commit> commit =
                credited.isEmpty() ? Optional.empty() : site.git().commit(credited);
        Act home = commit.isEmpty() || credited.equals(act.commit())
                ? act
                : acts.ofCommit(ActKeeping.idOf(commit.get()), commit.get(), List.of());
        Decisions decisions =
                suspected ? desk.suspect(home, commit, drafts, refusals) : desk.decide(home, commit, drafts, refusals);
        Act routed = acts.withComponent(home, decisions.component());
        site.journal().inTransaction(() -> {
            if (!drafts.isEmpty()) {
                site.journal().acts().judged(routed);
                if (!routed.id().equals(act.id())) {
                    site.journal().acts().judged(act); // the act that the newest run decided stays the newest
                }
            }
            decisions.store(site);
        });
        return credited;
    }

    /** The tree of the earliest of the runs in which the tests were last red: whatever repaired them came after it. */
    private Optional<Snapshot> redTree(List<Step> steps) {
        return steps.stream()
                .map(step -> step.before().runId())
                .distinct()
                .flatMap(id -> site.journal().runs().find(site.repository(), id).stream())
                .min(Comparator.comparingLong(StoredRun::seq))
                .map(StoredRun::tree);
    }

    /** With the tree on which the tests were red, each commit is narrowed to what was edited after it. */
    private ActEvidence evidence(
            Act act, StoredRun run, List<String> commits, List<TestDelta> deltas, Optional<Snapshot> red) {
        return new ActEvidence(
                commits.stream()
                        .flatMap(id -> site.git().commit(id).stream())
                        .map(commit -> red.map(tree -> edits.evidence(commit, tree, run))
                                .orElseGet(() -> new SafeEvidence(site).of(commit)))
                        .toList(),
                deltas,
                run.id(),
                act.outcome(),
                site.today());
    }

    private static TestDelta delta(JournaledVerdict verdict, @Nullable PastVerdict before) {
        boolean red = verdict.status().isRed();
        return new TestDelta(
                new TestCase(
                        verdict.test(),
                        verdict.name().text(),
                        verdict.suite().text(),
                        verdict.file().text()),
                verdict.condition(),
                before == null ? null : before.failure(),
                red
                        ? new Failure(
                                verdict.type().text(),
                                verdict.message().text(),
                                verdict.body().text())
                        : null,
                before == null ? "" : before.commit(),
                red || before == null ? verdict.fingerprint() : before.fingerprint());
    }
}
