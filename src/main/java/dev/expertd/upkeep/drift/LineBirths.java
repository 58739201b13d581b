package dev.expertd.upkeep.drift;

import dev.expertd.model.FileChange;
import dev.expertd.upkeep.reference.Birth;
import dev.expertd.upkeep.reference.CodeHistory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
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
        String path = file;
        int age = 0;
        while (!open.isEmpty() && age < history.length()) {
            String then = path;
            Optional<FileChange> change = history.changes(age).stream()
                    .filter(each -> each.path().equals(then) && each.kind() != FileChange.Kind.DELETED)
                    .findFirst();
            if (change.isPresent()) {
                path = change.get().oldPath();
                boolean first = change.get().kind() == FileChange.Kind.ADDED;
                Set<String> before = first ? Set.of() : at(age + 1, path, holds);
                int at = age;
                open.stream().filter(key -> !before.contains(key)).forEach(key -> births.put(key, new Birth(at, true)));
                open.retainAll(before);
            }
            age++;
        }
        Birth unknown = new Birth(Math.max(0, history.length() - 1), false);
        open.forEach(key -> births.put(key, unknown));
        return births;
    }

    private Set<String> at(int age, String path, Function<String, Set<String>> holds) {
        return age < history.length() ? history.text(age, path).map(holds).orElse(Set.of()) : Set.of();
    }
}
