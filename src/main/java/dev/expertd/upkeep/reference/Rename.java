package dev.expertd.upkeep.reference;

import dev.expertd.model.FileChange;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a rename that git found is one beyond doubt. Git pairs what is half alike, and of files that are empty or hold
 * a licence only, any with any; a path may be rewritten only if no other file could be meant.
 */
final class Rename {
    private static final double SAME_NAME = 0.5;
    private static final double OTHER_NAME = 0.8;
    private static final double AHEAD = 0.2;
    private static final int RIVALS = 20;
    private static final int TELLING = 6;

    private Rename() {}

    static boolean isSure(CodeHistory history, CodeHistory.Step step) {
        FileChange rename = step.change();
        Optional<String> before = history.text(step.age() + 1, rename.oldPath());
        Optional<String> after = history.text(step.age(), rename.path());
        boolean sameName = name(rename.oldPath()).equals(name(rename.path()));
        if (before.isEmpty() || after.isEmpty()) {
            return sameName; // binary
        }
        double share = share(before.get(), after.get());
        if (share < (sameName ? SAME_NAME : OTHER_NAME) || !saysSomething(before.get())) {
            return false;
        }
        return rivals(history, step).stream()
                .noneMatch(rival -> isAsAlike(before.get(), rival, history, step.age(), share)
                        || isAsAlike(rival, after.get(), history, step.age(), share));
    }

    /** How many lines of the longer text stand in the other. */
    static double share(String one, String other) {
        Map<String, Integer> counts = new HashMap<>();
        one.lines().forEach(line -> counts.merge(line.strip(), 1, Integer::sum));
        long size = Math.max(one.lines().count(), other.lines().count());
        long common = other.lines()
                .filter(line -> counts.merge(line.strip(), -1, Integer::sum) >= 0)
                .count();
        return size == 0 ? 0 : (double) common / size;
    }

    private static boolean isAsAlike(String before, FileChange rival, CodeHistory history, int age, double share) {
        return rival.kind() != FileChange.Kind.DELETED
                && history.text(age, rival.path())
                        .filter(text -> share(before, text) > share - AHEAD)
                        .isPresent();
    }

    private static boolean isAsAlike(FileChange rival, String after, CodeHistory history, int age, double share) {
        return rival.kind() != FileChange.Kind.ADDED
                && history.text(age + 1, rival.oldPath())
                        .filter(text -> share(text, after) > share - AHEAD)
                        .isPresent();
    }

    /** Other files that came or went in that commit; those of the same names are likeliest to be mistaken. */
    private static List<FileChange> rivals(CodeHistory history, CodeHistory.Step step) {
        String name = name(step.change().oldPath());
        String now = name(step.change().path());
        return history.changes(step.age()).stream()
                .filter(change -> change.kind() != FileChange.Kind.MODIFIED && !change.equals(step.change()))
                .sorted(Comparator.comparing(change -> !name(change.oldPath()).equals(name)
                        && !name(change.path()).equals(now)))
                .limit(RIVALS)
                .toList();
    }

    private static boolean saysSomething(String text) {
        return text.chars().filter(Character::isLetterOrDigit).limit(TELLING).count() == TELLING;
    }

    private static String name(String path) {
        return WrittenPaths.lastSegment(path);
    }
}
