package dev.expertd.learn;

import dev.expertd.model.Act;
import dev.expertd.model.Commit;
import dev.expertd.model.FileChange;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.model.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was learned from a commit that another takes back or fixes again: it claimed a success too early. A commit fixes
 * another if it comes within a day and changes lines that the other had added.
 */
final class Overtaken {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int ACTS = 20;
    private static final Set<Origin> CLAIMS = Set.of(Origin.MESSAGE, Origin.FIX);
    private static final Set<LearningState> OPEN =
            Set.of(LearningState.INTENDED, LearningState.DONE, LearningState.REVIEW, LearningState.HELD);

    private final Site site;
    private final ChangedLines changed;

    Overtaken(Site site, ChangedLines changed) {
        this.site = site;
        this.changed = changed;
    }

    /** The lessons that the commit overtakes, written or waiting, the newest act's first. */
    List<Learning> by(Commit commit) {
        Set<String> takenBack =
                Reverts.of(commit, site.git()).stream().map(Commit::id).collect(Collectors.toSet());
        List<Learning> overtaken = new ArrayList<>();
        claims().forEach((id, claims) -> site.journal()
                .acts()
                .find(site.repository(), id)
                .filter(act -> !act.commit().isEmpty() && !act.commits().contains(commit.id()))
                .filter(act -> takenBack.contains(act.commit()) || fixes(commit, act))
                .ifPresent(act -> overtaken.addAll(claims)));
        return overtaken;
    }

    /** By act, newest first. Most acts teach nothing, and the journal tells that at once; git is asked of the others. */
    private Map<String, List<Learning>> claims() {
        return site.journal().learnings().ofLatestActs(site.repository(), ACTS).stream()
                .filter(line -> OPEN.contains(line.state()) && CLAIMS.contains(line.origin()))
                .collect(Collectors.groupingBy(Learning::act, LinkedHashMap::new, Collectors.toList()));
    }

    private boolean fixes(Commit commit, Act act) {
        Optional<Commit> earlier = site.git().commit(act.commit());
        return earlier.filter(found -> isWithinADay(found, commit))
                .filter(found -> found.files().stream().anyMatch(file -> changesLinesOf(commit, found, file)))
                .filter(found -> site.git().isAncestor(found.id(), commit.id()))
                .isPresent();
    }

    private static boolean isWithinADay(Commit earlier, Commit later) {
        Duration between = Duration.between(earlier.authored(), later.authored());
        return !between.isNegative() && between.compareTo(DAY) <= 0;
    }

    private boolean changesLinesOf(Commit later, Commit earlier, FileChange file) {
        Optional<FileChange> again = later.files().stream()
                .filter(change -> change.oldPath().equals(file.path()))
                .findFirst();
        if (again.isEmpty() || site.isExpertiseFile(file.path())) {
            return false;
        }
        return changed.meet(earlier, file, later, again.get(), site.git());
    }
}
