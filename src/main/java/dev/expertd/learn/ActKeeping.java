package dev.expertd.learn;

import dev.expertd.journal.SeenCommit;
import dev.expertd.journal.StoredRun;
import dev.expertd.judge.ActJudge;
import dev.expertd.model.Act;
import dev.expertd.model.Commit;
import dev.expertd.model.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes acts and judges them again as their runs come in. */
final class ActKeeping {
    private static final int ID_LENGTH = 8;
    private static final int RECENT = 50;
    private static final int SINCE = 2_000;

    private final Site site;
    private final ActJudge judge = new ActJudge();
    private @Nullable List<Act> earlier;

    ActKeeping(Site site) {
        this.site = site;
    }

    static String idOf(Commit commit) {
        return commit.id().substring(0, Math.min(ID_LENGTH, commit.id().length()));
    }

    /** The act of a commit, under whichever of its ids it was judged first. */
    String idFor(Commit commit) {
        return site.journal()
                .commits()
                .find(site.repository(), commit.id())
                .map(SeenCommit::act)
                .filter(id -> !id.isEmpty())
                .or(() -> actOfTheSameChange(commit))
                .orElse(idOf(commit));
    }

    /** A run may have tested a commit that a rebase or an amend replaced before anybody looked. */
    private Optional<String> actOfTheSameChange(Commit commit) {
        return site.git()
                .patchId(commit.id())
                .flatMap(patch -> site.journal().commits().withPatch(site.repository(), patch, commit.id()))
                .map(SeenCommit::act);
    }

    /** The id of the act that a run is while no commit holds its tree. */
    static String idOf(String runId) {
        return "run-" + runId.substring(0, Math.min(ID_LENGTH, runId.length()));
    }

    /** The act with that id as it is once the commit and the runs belong to it. */
    Act ofCommit(String id, Commit commit, List<StoredRun> more) {
        Optional<Act> known = site.journal().acts().find(site.repository(), id);
        List<String> commits = new ArrayList<>(known.map(Act::commits).orElse(List.of()));
        if (!commits.contains(commit.id())) {
            commits.add(commit.id());
        }
        return judged(
                new Act(
                        id,
                        site.repository(),
                        site.worktree(),
                        commit.id(),
                        commits,
                        known.map(Act::runs).orElse(List.of()),
                        known.map(Act::component).orElse(site.safe("")),
                        site.safe(commit.subject()),
                        known.map(Act::outcome).orElse(ActJudge.UNTESTED),
                        site.now()),
                more);
    }

    /** The act of a run on a tree that no commit holds yet. */
    Act ofRun(StoredRun run) {
        return judged(
                new Act(
                        idOf(run.id()),
                        site.repository(),
                        site.worktree(),
                        "",
                        List.of(),
                        List.of(),
                        site.safe(""),
                        site.safe("uncommitted changes, " + run.source()),
                        ActJudge.UNTESTED,
                        site.now()),
                List.of(run));
    }

    Act withComponent(Act act, String component) {
        return component.isEmpty()
                ? act
                : new Act(
                        act.id(),
                        act.repository(),
                        act.worktree(),
                        act.commit(),
                        act.commits(),
                        act.runs(),
                        site.safe(component),
                        act.title(),
                        act.outcome(),
                        act.judgedAt());
    }

    Act withOutcome(Act act, Outcome outcome) {
        return new Act(
                act.id(),
                act.repository(),
                act.worktree(),
                act.commit(),
                act.commits(),
                act.runs(),
                act.component(),
                act.title(),
                outcome,
                site.now());
    }

    /** A commit that says which commit it takes back makes that one's act a failure. */
    void markReverted(Commit commit) {
        for (Commit undone : Reverts.of(commit, site.git())) {
            site.journal()
                    .acts()
                    .find(site.repository(), idOf(undone))
                    .ifPresent(act -> site.journal().acts().judged(withOutcome(act, judge.reverted(idOf(commit)))));
        }
    }

    /**
     * An older commit may be taken up by hand after a newer one was judged; it goes below what came after it, so that
     * the newest act stays the one that was tried last. Those of one pass are judged parents first, and stay so.
     */
    void placeInHistory(Act act) {
        List<Act> earlier = judgedBefore(act);
        if (earlier.isEmpty() || isNewer(act.commit(), earlier.get(0).commit())) {
            return; // as nearly always
        }
        Set<String> since = since(act.commit());
        List<Act> later = earlier.stream()
                .takeWhile(other -> since.contains(other.commit()))
                .filter(other -> !other.id().equals(act.id()))
                .toList();
        if (!later.isEmpty()) {
            String next = later.get(later.size() - 1).id();
            site.journal()
                    .inLightTransaction(() -> site.journal().acts().placeBelow(site.repository(), act.id(), next));
        }
    }

    /** The latest acts of other commits, newest first, as they were before the first that this pass places. */
    private List<Act> judgedBefore(Act act) {
        List<Act> known = earlier;
        if (known == null) {
            known = site.journal().acts().latest(site.repository(), RECENT).stream()
                    .filter(other -> !other.commit().isEmpty() && !other.id().equals(act.id()))
                    .toList();
            earlier = known;
        }
        return known;
    }

    /** What HEAD has and that commit has not, the newest. One walk: of a backlog each act may be an older one. */
    private Set<String> since(String commit) {
        Optional<String> head = site.git().head();
        return head.isPresent() && site.git().has(commit)
                ? new HashSet<>(site.git().reachable(List.of(head.get()), List.of(commit), SINCE))
                : Set.of();
    }

    private boolean isNewer(String one, String other) {
        Optional<Instant> then = site.git().committed(other);
        return then.isPresent()
                && site.git()
                        .committed(one)
                        .filter(at -> at.isAfter(then.get()))
                        .isPresent();
    }

    private Act judged(Act act, List<StoredRun> more) {
        List<String> runs = new ArrayList<>(act.runs());
        more.stream().map(StoredRun::id).filter(id -> !runs.contains(id)).forEach(runs::add);
        Map<String, Outcome> lastOfSource = new LinkedHashMap<>();
        for (String id : runs) {
            Stream.concat(more.stream(), site.journal().runs().find(site.repository(), id).stream())
                    .filter(run -> run.id().equals(id))
                    .findFirst()
                    .ifPresent(run -> lastOfSource.put(run.source(), run.outcome()));
        }
        return new Act(
                act.id(),
                act.repository(),
                act.worktree(),
                act.commit(),
                act.commits(),
                runs,
                act.component(),
                act.title(),
                runs.isEmpty() ? act.outcome() : judge.judge(lastOfSource.values()),
                act.judgedAt());
    }
}
