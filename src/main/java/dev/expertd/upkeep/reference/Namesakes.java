package dev.expertd.upkeep.reference;

import dev.expertd.model.FileChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the renames that git gave up on because a commit adds and deletes too many files: one file went and one file of
 * the same name, and of much the same lines, came.
 */
final class Namesakes {
    private static final double SAME = 0.5;

    private Namesakes() {}

    /** The changes of the commit of that age, with the pairs found made renames. */
    static List<FileChange> paired(List<FileChange> changes, CodeHistory history, int age) {
        Map<String, List<FileChange>> gone = byName(changes, FileChange.Kind.DELETED);
        if (gone.isEmpty()) {
            return changes;
        }
        Map<String, List<FileChange>> come = byName(changes, FileChange.Kind.ADDED);
        List<FileChange> paired = new ArrayList<>(changes);
        gone.forEach((name, files) -> {
            List<FileChange> heirs = come.getOrDefault(name, List.of());
            if (files.size() == 1 && heirs.size() == 1 && areAlike(history, age, files.get(0), heirs.get(0))) {
                paired.remove(files.get(0));
                paired.remove(heirs.get(0));
                paired.add(new FileChange(
                        FileChange.Kind.RENAMED,
                        heirs.get(0).path(),
                        files.get(0).path()));
            }
        });
        return paired;
    }

    private static Map<String, List<FileChange>> byName(List<FileChange> changes, FileChange.Kind kind) {
        return changes.stream()
                .filter(change -> change.kind() == kind)
                .collect(Collectors.groupingBy(FileChange::fileName));
    }

    private static boolean areAlike(CodeHistory history, int age, FileChange gone, FileChange come) {
        Optional<String> before = history.text(age + 1, gone.path());
        Optional<String> after = history.text(age, come.path());
        return before.isPresent() && after.isPresent() && Rename.share(before.get(), after.get()) >= SAME;
    }
}
