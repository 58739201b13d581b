package dev.expertd.learn;

import dev.expertd.config.Settings;
import dev.expertd.git.GitException;
import dev.expertd.git.GitReader;
import dev.expertd.git.GitReaders;
import dev.expertd.io.Failpoint;
import dev.expertd.journal.CommitState;
import dev.expertd.journal.SeenCommit;
import dev.expertd.journal.StoredRun;
import dev.expertd.model.Act;
import dev.expertd.model.Commit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges the commits that were found: what each is, which act it belongs to, and which waiting runs tested it. */
final class CommitJudging {
    private static final Duration SETTLED = Duration.ofSeconds(2);
    private static final Duration SETTLING = Duration.ofMillis(50);
    private static final String REMOVED = "git has removed it";
    private static final String ELSEWHERE = "it was made elsewhere; learning.from: all would take it up";

    private final Site site;
    private final ActKeeping acts;
    private final DraftDesk desk;
    private final DeltaDrafting deltas;
    private final Ledger ledger;
    private final TestedRuns tested;
    private final Replaced replaced;
    private final Map<String, String> headsElsewhere = new HashMap<>();
    private @Nullable Duration unsettled;

    CommitJudging(Site site, ActKeeping acts, DraftDesk desk, DeltaDrafting deltas, Ledger ledger) {
        this.site = site;
        this.acts = acts;
        this.desk = desk;
        this.deltas = deltas;
        this.ledger = ledger;
        this.tested = new TestedRuns(site);
        this.replaced = new Replaced(site);
    }

    /**
     * Judges found commits whose turn it is here, parents before children.
     *
     * @param mayGoOn asked before each but the first
     * @return false if that said no, and there are more
     */
    boolean judgeFound(BooleanSupplier mayGoOn) {
        List<SeenCommit> pending = site.journal().commits().pending(site.repository()).stream()
                .filter(this::isOurs)
                .toList();
        if (pending.isEmpty() || isRewriting()) {
            return true;
        }
        Set<String> onHead = onHead(pending);
        settleElsewhere(
                pending.stream().filter(seen -> !onHead.contains(seen.id())).toList());
        boolean all = judge(
                pending.stream().filter(seen -> onHead.contains(seen.id())).toList(), mayGoOn);
        site.journal().force(); // before any line is written that rests on it
        return all;
    }

    /** A long backlog would wait for the disk most of the time; what a power failure takes is judged again. */
    private boolean judge(List<SeenCommit> pending, BooleanSupplier mayGoOn) {
        boolean begun = false;
        for (SeenCommit seen : pending) {
            if (begun && !mayGoOn.getAsBoolean()) {
                return false;
            }
            begun = true;
            judge(seen);
        }
        return true;
    }

    /**
     * Those that HEAD reaches, and any that are missing. One walk for all: thousands may wait for their branches, and each
     * would cost one.
     */
    private Set<String> onHead(List<SeenCommit> pending) {
        Optional<String> head = site.git().head();
        if (head.isEmpty()) {
            return Set.of();
        }
        Set<String> ids = pending.stream().map(SeenCommit::id).collect(Collectors.toSet());
        ids.removeAll(new HashSet<>(site.git().reachable(ids, List.of(head.get()), Integer.MAX_VALUE)));
        return ids;
    }

    /** What becomes of commits that are not checked out here; most wait until they are. */
    private void settleElsewhere(List<SeenCommit> found) {
        Set<String> imported = importedOf(found);
        List<SeenCommit> left =
                found.stream().filter(seen -> !imported.contains(seen.id())).toList();
        Set<String> alive = left.isEmpty() ? Set.of() : new OnBranches(site.git()).among(left);
        List<SeenCommit> settled = new ArrayList<>();
        for (SeenCommit seen : found) {
            if (imported.contains(seen.id())) {
                settled.add(settled(seen, CommitState.IMPORTED, ELSEWHERE));
            } else if (!alive.contains(seen.id()) && !isCheckedOutElsewhere(seen.id())) {
                if (!site.git().has(seen.id())) {
                    settled.add(settled(seen, CommitState.ABANDONED, REMOVED));
                } else if (age(seen).compareTo(SETTLED) < 0) {
                    unsettled = unsettled == null || age(seen).compareTo(unsettled) < 0 ? age(seen) : unsettled;
                } else {
                    settled.add(settled(seen, CommitState.ABANDONED, "it is on no branch any more"));
                }
            } // others wait until their branch is checked out here, or for what the other checkout comes to
        }
        if (!settled.isEmpty()) {
            site.journal().inLightTransaction(() -> settled.forEach(this::settle));
        }
    }

    /** What others made need not wait until it is merged: a fetch may bring thousands that never are. */
    private Set<String> importedOf(List<SeenCommit> found) {
        if (site.settings().learning().from() != Settings.From.LOCAL) {
            return Set.of();
        }
        return site.git()
                .imported(found.stream()
                        .filter(seen -> seen.worktree().isEmpty()) // a worktree that is gone took its logs along
                        .map(SeenCommit::id)
                        .toList());
    }

    /** A rebase makes commits that it replaces a moment later; when it is over, it is known which of them stay. */
    private boolean isRewriting() {
        return site.git().operationUnderWay().filter("a rebase"::equals).isPresent();
    }

    /** A clock that was set back since makes nothing young for ever. */
    private Duration age(SeenCommit seen) {
        return Duration.between(seen.foundAt(), site.now()).abs();
    }

    /**
     * When to look again at what could not be judged yet. Git writes its log before it moves the branch: a commit on no
     * branch may be one that is just being made. Most often a moment tells; so the looks become rarer with its age.
     */
    Optional<Duration> settling() {
        return Optional.ofNullable(unsettled).map(age -> {
            Duration left = SETTLED.minus(age);
            Duration next = left.compareTo(age) < 0 ? left : age;
            return next.compareTo(SETTLING) < 0 ? SETTLING : next;
        });
    }

    /** A commit belongs to the worktree that made it, as long as that worktree exists and has it checked out. */
    private boolean isOurs(SeenCommit seen) {
        return seen.worktree().isEmpty()
                || seen.worktree().equals(site.worktree())
                || !site.git()
                        .isAncestor(seen.id(), headsElsewhere.computeIfAbsent(seen.worktree(), CommitJudging::headOf));
    }

    /** No branch holds what another worktree has checked out by itself, as in the middle of a rebase. */
    private boolean isCheckedOutElsewhere(String id) {
        return site.git().worktrees().stream()
                .map(Path::toString)
                .filter(worktree -> !worktree.equals(site.worktree()))
                .map(worktree -> headsElsewhere.computeIfAbsent(worktree, CommitJudging::headOf))
                .anyMatch(head -> !head.isEmpty() && site.git().isAncestor(id, head));
    }

    private static String headOf(String worktree) {
        if (!Files.isDirectory(Path.of(worktree))) {
            return "";
        }
        try (GitReader other = GitReaders.open(Path.of(worktree))) {
            return other.head().orElse("");
        } catch (GitException e) {
            return ""; // no checkout any more
        }
    }

    private void judge(SeenCommit seen) {
        Optional<Commit> commit = site.git().commit(seen.id());
        if (commit.isPresent()) {
            judge(seen, commit.get());
        } else {
            settle(seen, CommitState.ABANDONED, REMOVED);
        }
    }

    private void judge(SeenCommit seen, Commit commit) {
        if (commit.isMerge()) {
            settle(seen, CommitState.MERGE, "a merge teaches nothing by itself");
            return;
        }
        if (site.settings().learning().from() == Settings.From.LOCAL
                && site.git().isImported(commit.id())) {
            settle(seen, CommitState.IMPORTED, ELSEWHERE);
            return;
        }
        if (!commit.files().isEmpty() && commit.files().stream().allMatch(file -> site.isExpertiseFile(file.path()))) {
            settle(seen, CommitState.EXPERTISE_ONLY, "it touches nothing but expertise files");
            return;
        }
        String patch = site.git().patchId(commit.id()).orElse("");
        Optional<SeenCommit> twin = patch.isEmpty()
                ? Optional.empty()
                : site.journal().commits().withPatch(site.repository(), patch, seen.id());
        Optional<SeenCommit> old = twin.isPresent() ? twin : replaced.by(commit);
        if (old.filter(SeenCommit::isRead).isPresent()) {
            alias(seen, commit, patch, old.get());
        } else {
            String ofRun = old.map(SeenCommit::act).orElse(seen.act());
            newAct(seen, commit, patch, ofRun.isEmpty() ? ActKeeping.idOf(commit) : ofRun);
        }
    }

    /**
     * The same work under another id: rebased, amended, squashed or cherry-picked. It joins the act of the first; what it
     * says in other words is read.
     */
    private void alias(SeenCommit seen, Commit commit, String patch, SeenCommit twin) {
        List<StoredRun> bound = tested.of(commit);
        Act act = acts.ofCommit(twin.act(), commit, bound);
        Decisions decisions = replaced.saysOtherwise(commit, twin)
                ? desk.decideFromMessage(act, commit, Hold.NO)
                : Decisions.none(act);
        String how = patch.equals(twin.patchId()) ? "the same change as " : "it replaces ";
        site.journal().inLightTransaction(() -> {
            site.journal()
                    .commits()
                    .settle(
                            site.repository(),
                            seen.settled(CommitState.ALIAS, patch, twin.act(), how + Commit.shortId(twin.id())));
            bind(bound);
            site.journal().acts().judged(act);
            decisions.store(site);
        });
        draftFrom(act, bound);
    }

    private void newAct(SeenCommit seen, Commit commit, String patch, String id) {
        List<StoredRun> bound = tested.of(commit);
        Act act = acts.ofCommit(id, commit, bound);
        Decisions decisions = desk.decideFromMessage(act, commit, Hold.NO);
        Act routed = acts.withComponent(act, decisions.component());
        site.journal().inLightTransaction(() -> {
            site.journal().commits().settle(site.repository(), seen.settled(CommitState.JUDGED, patch, act.id(), ""));
            bind(bound);
            site.journal().acts().judged(routed);
            decisions.store(site);
        });
        Failpoint.reach("judged");
        acts.markReverted(commit);
        draftFrom(routed, bound);
        acts.placeInHistory(routed);
    }

    private void bind(List<StoredRun> runs) {
        for (StoredRun run : runs) {
            site.journal().runs().bind(site.repository(), run);
            String provisional = ActKeeping.idOf(run.id());
            site.journal().acts().absorbed(site.repository(), provisional);
            ledger.absorbed(provisional);
        }
    }

    private void draftFrom(Act act, List<StoredRun> bound) {
        deltas.draft(act, bound, ledger);
        ledger.judged(act.id());
    }

    private void settle(SeenCommit seen, CommitState state, String reason) {
        settle(settled(seen, state, reason));
    }

    private void settle(SeenCommit settled) {
        site.journal().inLightTransaction(() -> site.journal().commits().settle(site.repository(), settled));
    }

    private static SeenCommit settled(SeenCommit seen, CommitState state, String reason) {
        String act = state == CommitState.ABANDONED ? seen.act() : ""; // who comes back with its change joins it
        return seen.settled(state, seen.patchId(), act, reason);
    }
}
