package dev.expertd.learn;

import dev.expertd.git.ReflogEntry;
import dev.expertd.io.Failpoint;
import dev.expertd.io.Spool;
import dev.expertd.journal.Checkpoints;
import dev.expertd.journal.CommitState;
import dev.expertd.model.Commit;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Observes commits: what is new since the checkpoint goes into the journal as found, and only then the checkpoint
 * moves.
 *
 * <p>No single source sees every commit, so it takes the union of three: tips now that were no tips then, new entries
 * of this worktree's HEAD log, and what the hook left in the spool. At the first look the tips are the baseline and
 * nothing is found: old history is for {@code backfill}.
 */
final class CommitIntake {
    /** More than this at once is a history, not what somebody just did. */
    private static final int LIMIT = 10_000;

    /** A by-hand look covers what {@code HEAD~3..HEAD} covers. */
    private static final int BY_HAND = 3;

    /**
     * Takes up what is new.
     *
     * @param spooled what hooks left since the last look, with the offset behind it
     * @param restored when the journal was restored, if this is the first look since: what is older may have been judged
     *     before, and is passed over
     */
    void observe(Site site, Spool.Reading spooled, Optional<Instant> restored) {
        Map<String, String> named = site.git().tips();
        Map<String, String> tips = new SafeNames(site.redactor(), named.keySet()).keysOf(named);
        Checkpoints checkpoints = site.journal().checkpoints();
        boolean first = !checkpoints.knows(site.repository());
        List<ReflogEntry> log = site.git().headLog(checkpoints.headLog(site.repository(), site.worktree()));
        Set<String> have = known(site);
        boolean another = !first && have.isEmpty() && !tips.isEmpty() && wasNotEmpty(site);
        // Everything that was seen is gone, or this is another repository: a new baseline, never a replay of history.
        List<String> fresh =
                first || another ? List.of() : site.git().reachable(wanted(site, tips, log, spooled), have, LIMIT);
        Makers makers = new Makers(site, log, spooled.entries());
        Set<String> old = restored.map(at -> upTo(site, fresh, at)).orElse(Set.of());
        site.journal().inTransaction(() -> {
            if (first) {
                checkpoints.begin(site.repository(), site.worktree(), site.now(), spooled.nextOffset());
            }
            for (String id : fresh) {
                if (old.contains(id)) {
                    site.journal().commits().passedOver(site.repository(), id, makers.worktreeOf(id), site.now());
                } else {
                    site.journal().commits().found(site.repository(), id, makers.worktreeOf(id), site.now());
                }
            }
            if (another) {
                checkpoints.beginAgain(site.repository());
            }
            if (first || !tips.isEmpty()) { // a clone that is under way has no tips yet, and its history is no news
                checkpoints.moveTips(site.repository(), tips);
            }
            if (another) {
                new Bereft(site).toReview();
            }
            if (!log.isEmpty()) {
                checkpoints.moveHeadLog(
                        site.repository(),
                        site.worktree(),
                        log.get(log.size() - 1).hash());
            }
            checkpoints.moveSpool(site.repository(), spooled.nextOffset());
            if (!fresh.isEmpty()) {
                Failpoint.reach("found");
            }
        });
        if (!fresh.isEmpty()) {
            Failpoint.reach("checkpoint");
        }
    }

    /** Takes up the commits that somebody asks to be looked at by hand, whatever the checkpoint says. */
    void observeByHand(Site site, String since) {
        String head = site.git().head().orElse("");
        if (head.isEmpty()) {
            return;
        }
        Collection<String> have = since.isEmpty() ? ancestor(site, head) : List.of(named(site, since));
        List<String> asked = site.git().reachable(List.of(head), have, LIMIT);
        site.journal()
                .inTransaction(() -> asked.forEach(
                        id -> site.journal().commits().found(site.repository(), id, site.worktree(), site.now())));
    }

    /** A rewritten commit is as old as its rewriting. */
    private static Set<String> upTo(Site site, List<String> commits, Instant moment) {
        return commits.stream()
                .filter(id -> site.git()
                        .committed(id)
                        .filter(at -> !at.isAfter(moment))
                        .isPresent())
                .collect(Collectors.toSet());
    }

    /** What git does not know would leave nothing out, and all history would be taken for news. */
    private static String named(Site site, String since) {
        return site.git()
                .resolve(since)
                .filter(site.git()::has)
                .orElseThrow(() -> new LearnException("`" + since + "` is no revision; write it as git does"));
    }

    private static Collection<String> ancestor(Site site, String head) {
        String id = head;
        for (int step = 0; step < BY_HAND; step++) {
            Optional<Commit> commit = site.git().commit(id);
            if (commit.isEmpty() || commit.get().parents().isEmpty()) {
                return List.of();
            }
            id = commit.get().parents().get(0);
        }
        return List.of(id);
    }

    private static Set<String> wanted(
            Site site, Map<String, String> tips, List<ReflogEntry> log, Spool.Reading spooled) {
        Set<String> want = new LinkedHashSet<>(tips.values());
        log.forEach(entry -> want.add(entry.newId()));
        spooled.entries().forEach(entry -> want.add(entry.commit()));
        site.git().head().ifPresent(want::add);
        return want;
    }

    /** What was seen before and is still there. */
    private static Set<String> known(Site site) {
        Checkpoints checkpoints = site.journal().checkpoints();
        Set<String> known =
                new LinkedHashSet<>(checkpoints.tips(site.repository()).values());
        site.journal().commits().latest(site.repository(), BY_HAND).stream()
                .filter(seen -> seen.state() != CommitState.ABANDONED) // it may be back, and what is below it too
                .forEach(seen -> known.add(seen.id()));
        if (known.removeIf(id -> !site.git().has(id))) {
            // What a missing one had below it is not known any more; with what was there at first, nothing old is new.
            known.addAll(checkpoints.baseline(site.repository()));
            known.removeIf(id -> !site.git().has(id));
        }
        return known;
    }

    private static boolean wasNotEmpty(Site site) {
        return !site.journal().checkpoints().tips(site.repository()).isEmpty();
    }
}
