package dev.expertd.learn;

import dev.expertd.journal.CommitState;
import dev.expertd.journal.SeenCommit;
import dev.expertd.model.Act;
import dev.expertd.model.Commit;
import dev.expertd.model.Learning;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges one commit of history: what it is, and what its message teaches. No run is bound, nothing is blamed; a commit
 * that cannot teach is never diffed.
 */
final class HistoryJudging {
    /** Whatever else a commit is known as, nobody has read it yet. */
    private static final Set<CommitState> UNREAD =
            Set.of(CommitState.IMPORTED, CommitState.ABANDONED, CommitState.PASSED_OVER);

    private final Site site;
    private final ActKeeping acts;
    private final DraftDesk desk;

    HistoryJudging(Site site, DraftDesk desk) {
        this.site = site;
        this.acts = new ActKeeping(site);
        this.desk = desk;
    }

    /** A commit that was judged, not yet in the journal. */
    record Judged(SeenCommit seen, Instant committed, Optional<Decisions> decisions) {
        List<Learning> learnings() {
            return decisions.map(Decisions::learnings).orElse(List.of());
        }

        void store(Site site) {
            site.journal().commits().found(site.repository(), seen.id(), seen.worktree(), seen.foundAt());
            site.journal().commits().settle(site.repository(), seen);
            decisions.ifPresent(decided -> {
                site.journal().acts().fromHistory(decided.act(), committed);
                decided.store(site);
            });
        }
    }

    /** True if the commit was judged before, or is about to be by a pass. */
    boolean isKnown(String id) {
        return site.journal()
                .commits()
                .find(site.repository(), id)
                .filter(seen -> !UNREAD.contains(seen.state()))
                .isPresent();
    }

    /** Empty if git does not have the commit. */
    Optional<Judged> judge(String id) {
        return site.git().commit(id).map(this::judge);
    }

    private Judged judge(Commit commit) {
        if (commit.isMerge()) {
            return settled(commit, CommitState.MERGE, "", "a merge teaches nothing by itself");
        }
        if (!commit.files().isEmpty() && commit.files().stream().allMatch(file -> site.isExpertiseFile(file.path()))) {
            return settled(commit, CommitState.EXPERTISE_ONLY, "", "it touches nothing but expertise files");
        }
        Act act = acts.ofCommit(ActKeeping.idOf(commit), commit, List.of());
        Decisions decisions = desk.decideFromMessage(act, commit, Hold.HISTORY);
        String patch = decisions.learnings().isEmpty()
                ? ""
                : site.git().patchId(commit.id()).orElse("");
        Optional<SeenCommit> twin = patch.isEmpty()
                ? Optional.empty()
                : site.journal().commits().withPatch(site.repository(), patch, commit.id());
        if (twin.filter(SeenCommit::isRead).isPresent()) {
            String first = twin.get().id().substring(0, 8);
            return settled(commit, CommitState.ALIAS, patch, "the same change as " + first);
        }
        Act routed = acts.withComponent(act, decisions.component());
        return new Judged(
                seen(commit).settled(CommitState.JUDGED, patch, act.id(), ""),
                commit.committed(),
                Optional.of(decisions.of(routed)));
    }

    private Judged settled(Commit commit, CommitState state, String patch, String reason) {
        return new Judged(seen(commit).settled(state, patch, "", reason), commit.committed(), Optional.empty());
    }

    private SeenCommit seen(Commit commit) {
        return new SeenCommit(commit.id(), CommitState.FOUND, site.worktree(), "", "", "", site.now());
    }
}
