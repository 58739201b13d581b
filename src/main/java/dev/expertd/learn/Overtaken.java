package dev.expertd.learn;

import dev.expertd.model.Act;
import dev.expertd.model.Commit;
import dev.expertd.model.FileChange;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.model.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
        for (Act act : site.journal().acts().latest(site.repository(), ACTS)) {
            List<Learning> claims = claims(act);
            boolean other = !act.commit().isEmpty() && !act.commits().contains(commit.id());
            if (!claims.isEmpty() && other && (takenBack.contains(act.commit()) || fixes(commit, act))) {
                overtaken.addAll(claims);
            }
        }
        return overtaken;
    }

    /** Most acts teach nothing, and the journal tells that at once; git is asked of the others alone. */
    private List<Learning> claims(Act act) {
        return site.journal().learnings().ofAct(site.repository(), act.id()).stream()
                .filter(line -> OPEN.contains(line.state()) && CLAIMS.contains(line.origin()))
                .toList();
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
