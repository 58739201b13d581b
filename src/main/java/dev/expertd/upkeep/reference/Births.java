package dev.expertd.upkeep.reference;

import dev.expertd.expertise.reference.Reference;
import dev.expertd.expertise.reference.ReferenceFinder;
import dev.expertd.model.FileChange;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells when each reference of an expertise file was written down, from the file's own versions. */
final class Births {
    private final CodeHistory history;

    Births(CodeHistory history) {
        this.history = history;
    }

    /** The birth of each reference, by its key. What no commit holds yet was born just now. */
    Map<String, Birth> of(String file, List<Reference> references) {
        Map<String, Birth> births = new HashMap<>();
        Set<String> open = new HashSet<>(keys(0, file));
        Set<String> now = references.stream().map(Reference::key).collect(Collectors.toSet());
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
                Set<String> before = first ? Set.of() : keys(age + 1, path);
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

    private Set<String> keys(int age, String path) {
        return history.text(age, path)
                .map(text -> ReferenceFinder.find(text.getBytes(StandardCharsets.UTF_8)).stream()
                        .map(Reference::key)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }
}
