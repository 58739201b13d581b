package dev.expertd.learn;

import dev.expertd.journal.Journal;
import dev.expertd.model.Act;
import dev.expertd.model.Commit;
import dev.expertd.model.FileChange;
import dev.expertd.model.FileDiff;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.model.Origin;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was learned from a commit that another takes back or fixes again: it claimed a success too early. A commit fixes
 * another if it comes within a day and changes lines that the other had added.
 */
final class Overtaken {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int ACTS = 20;
    private static final Pattern REVERTED = Pattern.compile("This reverts commit ([0-9a-f]{7,64})");
    private static final Pattern TELLING = Pattern.compile(".*\\p{L}.{3,}.*");
    private static final Set<Origin> CLAIMS = Set.of(Origin.MESSAGE, Origin.FIX);
    private static final Set<LearningState> OPEN =
            Set.of(LearningState.INTENDED, LearningState.DONE, LearningState.REVIEW, LearningState.HELD);

    private final Site site;

    Overtaken(Site site) {
        this.site = site;
    }

    /** The lessons that the commit overtakes, written or waiting, the newest act's first. */
    List<Learning> by(Commit commit) {
        Journal journal = site.journal();
        Set<String> takenBack = takenBack(commit);
        return journal.acts().latest(site.repository(), ACTS).stream()
                .filter(act -> !act.commit().isEmpty() && !act.commits().contains(commit.id()))
                .filter(act -> takenBack.contains(act.commit()) || fixes(commit, act))
                .flatMap(act -> journal.learnings().ofAct(site.repository(), act.id()).stream())
                .filter(line -> OPEN.contains(line.state()) && CLAIMS.contains(line.origin()))
                .toList();
    }

    private Set<String> takenBack(Commit commit) {
        Set<String> ids = new HashSet<>();
        Matcher matcher = REVERTED.matcher(commit.message());
        while (matcher.find()) {
            site.git().commit(matcher.group(1)).map(Commit::id).ifPresent(ids::add);
        }
        return ids;
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
        Set<String> added = new HashSet<>();
        site.git().diff(earlier.id(), file).ifPresent(diff -> lines(diff, true).forEach(added::add));
        return site.git().diff(later.id(), again.get()).stream()
                .flatMap(diff -> lines(diff, false))
                .anyMatch(added::contains);
    }

    /** The lines that were added, or those that were there before, without what stands in every file. */
    private static Stream<String> lines(FileDiff diff, boolean after) {
        List<String> lines = (after ? diff.after() : diff.before()).lines().toList();
        return diff.edits().stream()
                .flatMap(edit -> lines
                        .subList(
                                Math.min(after ? edit.afterStart() : edit.beforeStart(), lines.size()),
                                Math.min(after ? edit.afterEnd() : edit.beforeEnd(), lines.size()))
                        .stream())
                .map(String::strip)
                .filter(line -> TELLING.matcher(line).matches());
    }
}
