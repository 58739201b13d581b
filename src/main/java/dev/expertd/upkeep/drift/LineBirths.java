package dev.expertd.upkeep.drift;

import dev.expertd.upkeep.reference.Birth;
import dev.expertd.upkeep.reference.CodeHistory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Tells when each line of an expertise file was written down, from the file's own versions. */
final class LineBirths {
    private final CodeHistory history;

    LineBirths(CodeHistory history) {
        this.history = history;
    }

    /**
     * The birth of anything that a file holds.
     *
     * @param now what it holds in the work tree
     * @param holds what a version of the file holds
     */
    Map<String, Birth> of(String file, Set<String> now, Function<String, Set<String>> holds) {
        Map<String, Birth> births = new HashMap<>();
        Set<String> open = new HashSet<>(at(0, file, holds));
        now.stream().filter(key -> !open.contains(key)).forEach(key -> births.put(key, new Birth(0, true)));
        open.retainAll(now);
        for (CodeHistory.Step step : open.isEmpty() ? List.<CodeHistory.Step>of() : history.origins(file)) {
            Set<String> before = step.isAddition()
                    ? Set.of()
                    : at(step.age() + 1, step.change().oldPath(), holds);
            open.stream()
                    .filter(key -> !before.contains(key))
                    .forEach(key -> births.put(key, new Birth(step.age(), true)));
            open.retainAll(before);
            if (open.isEmpty()) {
                break;
            }
        }
        Birth unknown = new Birth(Math.max(0, history.length() - 1), false);
        open.forEach(key -> births.put(key, unknown));
        return births;
    }

    private Set<String> at(int age, String path, Function<String, Set<String>> holds) {
        return age < history.length() ? history.text(age, path).map(holds).orElse(Set.of()) : Set.of();
    }
}
