package dev.expertd.upkeep.reference;

import dev.expertd.model.FileDiff;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the lines of a file went in one change. A line outside of all edits moved with its surroundings. One inside an
 * edit is known again if it stands unchanged elsewhere in what was put in, or if one line there, and no other, is nearly
 * the same.
 */
final class LineStep {
    private static final double ALIKE = 0.6;
    private static final double APART = 0.2;
    private static final int TELLING = 6;
    private static final int NEIGHBOURS = 12;
    private static final int LARGEST_EDIT = 400;

    private final Landmarks before;
    private final Landmarks after;
    private final List<FileDiff.Edit> edits;
    private final List<Slide> slides = new ArrayList<>();
    private final Map<String, Integer> inserted = new HashMap<>();
    private final Map<String, Integer> timesBefore = new HashMap<>();
    private final Map<String, Integer> timesAfter = new HashMap<>();

    LineStep(Landmarks before, Landmarks after, List<FileDiff.Edit> edits) {
        this.before = before;
        this.after = after;
        for (int i = 0; i < edits.size(); i++) {
            int floor = i == 0
                    ? 0
                    : slides.get(i - 1).edit().beforeEnd() + slides.get(i - 1).reach();
            int ceiling =
                    i + 1 == edits.size() ? before.count() : edits.get(i + 1).beforeStart();
            slides.add(Slide.of(edits.get(i), before, after, floor, ceiling));
        }
        this.edits = slides.stream().map(Slide::edit).toList();
        count(before, timesBefore);
        count(after, timesAfter);
        for (FileDiff.Edit edit : this.edits) {
            for (int line = edit.afterStart(); line < edit.afterEnd(); line++) {
                inserted.merge(after.line(line + 1).strip(), line, (first, second) -> -1);
            }
        }
    }

    /** The number that a line has afterwards; empty if nobody can tell. Lines count from 1. */
    Optional<Integer> map(int number) {
        int line = number - 1;
        int shift = 0;
        for (FileDiff.Edit edit : edits) {
            if (edit.beforeEnd() <= line) {
                shift += edit.afterEnd() - edit.afterStart() - (edit.beforeEnd() - edit.beforeStart());
            } else if (edit.beforeStart() <= line) {
                return inside(edit, line).map(index -> index + 1);
            }
        }
        return number > before.count() ? Optional.empty() : Optional.of(number + shift);
    }

    private static void count(Landmarks text, Map<String, Integer> times) {
        for (int line = 1; line <= text.count(); line++) {
            times.merge(text.line(line).strip(), 1, Integer::sum);
        }
    }

    /** False if the line has a twin beside it, and the change leaves open which of the two it became. */
    boolean isSure(int number) {
        return slides.stream().noneMatch(slide -> slide.leavesOpen(number - 1));
    }

    /** Says enough to be known again, and stands once in each of the texts. */
    private boolean isUnmistakable(String text) {
        return isTelling(text) && timesBefore.getOrDefault(text, 0) == 1 && timesAfter.getOrDefault(text, 0) == 1;
    }

    private Optional<Integer> inside(FileDiff.Edit edit, int line) {
        String text = before.line(line + 1).strip();
        List<Integer> same = new ArrayList<>();
        for (int i = edit.afterStart(); i < edit.afterEnd(); i++) {
            if (after.line(i + 1).strip().equals(text)) {
                same.add(i);
            }
        }
        if (same.size() == 1 && isUnmistakable(text)) {
            return Optional.of(same.get(0));
        }
        return same.isEmpty() ? movedOrReworded(edit, line, text) : Optional.empty();
    }

    private Optional<Integer> movedOrReworded(FileDiff.Edit edit, int line, String text) {
        Optional<Integer> moved = movedWith(edit, line, text);
        return moved.isPresent() ? moved : reworded(edit, text);
    }

    /** The line itself, or the nearest telling one above it in the same edit, stands elsewhere in the same order. */
    private Optional<Integer> movedWith(FileDiff.Edit edit, int line, String text) {
        for (int up = 0; up <= NEIGHBOURS && line - up >= edit.beforeStart(); up++) {
            String neighbour = before.line(line - up + 1).strip();
            int at = isUnmistakable(neighbour) ? inserted.getOrDefault(neighbour, -1) : -1;
            if (at >= 0) {
                boolean follows = after.line(at + up + 1).strip().equals(text);
                return follows ? Optional.of(at + up) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> reworded(FileDiff.Edit edit, String text) {
        if (edit.afterEnd() - edit.afterStart() > LARGEST_EDIT || !isTelling(text)) {
            return Optional.empty();
        }
        double best = 0;
        double second = 0;
        int at = -1;
        for (int i = edit.afterStart(); i < edit.afterEnd(); i++) {
            double alike = alike(text, after.line(i + 1));
            if (alike > best) {
                second = best;
                best = alike;
                at = i;
            } else {
                second = Math.max(second, alike);
            }
        }
        return best >= ALIKE && best - second >= APART ? Optional.of(at) : Optional.empty();
    }

    /** Share of the words that two lines have in common. */
    private static double alike(String one, String other) {
        Set<String> first = words(one);
        Set<String> second = words(other);
        int size = first.size() + second.size();
        first.retainAll(second);
        return size == 0 ? 0 : 2.0 * first.size() / size;
    }

    private static Set<String> words(String line) {
        Set<String> words = new HashSet<>(Arrays.asList(line.split("[^\\p{L}\\p{N}_]+", -1)));
        words.remove("");
        return words;
    }

    private static boolean isTelling(String text) {
        return text.chars().filter(Character::isLetterOrDigit).limit(TELLING).count() == TELLING;
    }
}
