package dev.expertd.upkeep.reference;

import dev.expertd.model.FileDiff;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows a line of a file through every commit that changed the file since. */
final class LineTrail {
    private final CodeHistory history;
    private final Map<String, Optional<LineStep>> steps = new HashMap<>();

    LineTrail(CodeHistory history) {
        this.history = history;
    }

    /** The line at a path of the newest commit; empty if it was lost on the way. Lines count from 1. */
    Optional<Integer> follow(int age, String path, int line) {
        String now = path;
        int number = line;
        for (CodeHistory.Step step : history.steps(age, path)) {
            Optional<Integer> mapped =
                    step.isDeletion() ? Optional.empty() : step(step).flatMap(map(number));
            if (mapped.isEmpty()) {
                return Optional.empty();
            }
            number = mapped.get();
            now = step.change().path();
        }
        return history.files(0).has(now) ? Optional.of(number) : Optional.empty();
    }

    /**
     * False if some change on the way leaves open which of several equal lines the first or the last line became. One
     * end that is sure is enough for lines of which none came between and none went.
     */
    boolean isSure(int age, String path, int first, int last) {
        int from = first;
        int to = last;
        for (CodeHistory.Step change : history.steps(age, path)) {
            Optional<LineStep> step = change.isDeletion() ? Optional.empty() : step(change);
            Optional<Integer> newFrom = step.flatMap(map(from));
            Optional<Integer> newTo = step.flatMap(map(to));
            if (step.isEmpty() || newFrom.isEmpty() || newTo.isEmpty()) {
                return false;
            }
            boolean start = step.get().isSure(from);
            boolean end = step.get().isSure(to);
            if (!(start && end) && !((start || end) && newTo.get() - newFrom.get() == to - from)) {
                return false;
            }
            from = newFrom.get();
            to = newTo.get();
        }
        return true;
    }

    private static java.util.function.Function<LineStep, Optional<Integer>> map(int number) {
        return step -> step.map(number);
    }

    private Optional<LineStep> step(CodeHistory.Step step) {
        return steps.computeIfAbsent(step.age() + ":" + step.change().path(), key -> made(step));
    }

    private Optional<LineStep> made(CodeHistory.Step step) {
        Optional<Landmarks> before =
                history.landmarks(step.age() + 1, step.change().oldPath());
        Optional<Landmarks> after = history.landmarks(step.age(), step.change().path());
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        return history.git()
                .compare(step.change(), before.get().text(), after.get().text())
                .map(FileDiff::edits)
                .map(edits -> new LineStep(before.get(), after.get(), new ArrayList<>(edits)));
    }

    /** The same place of both texts, or none. */
    List<Integer> followAll(int age, String path, List<Integer> lines) {
        List<Integer> found = new ArrayList<>();
        for (int line : lines) {
            follow(age, path, line).ifPresent(found::add);
        }
        return found.size() == lines.size() ? found : List.of();
    }
}
