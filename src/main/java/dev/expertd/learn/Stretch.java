package dev.expertd.learn;

import dev.expertd.git.GitReader;
import dev.expertd.model.FileChange;
import dev.expertd.upkeep.drift.DriftLook;
import dev.expertd.upkeep.reference.ReferenceChange;
import java.util.List;
import java.util.stream.Stream;

/** What was committed between two looks at expertise files, read once for all that were looked at then. */
record Stretch(List<FileChange> changes, ReferenceChange references, DriftLook drift) {
    static Stretch between(GitReader git, String before, String head) {
        return new Stretch(
                git.changes(before, head), new ReferenceChange(git, head, before), DriftLook.since(git, head, before));
    }

    /**
     * Cheap, and never wrong to say yes: the file itself was changed, or its text names a changed file, or one of its
     * folders where it has globs.
     */
    boolean mayConcern(String file, String text) {
        boolean globs = text.indexOf('*') >= 0;
        return changes.stream()
                .flatMap(change -> Stream.of(change.path(), change.oldPath()))
                .anyMatch(path -> path.equals(file)
                        || text.contains(path.substring(path.lastIndexOf('/') + 1))
                        || globs && namesFolder(text, path));
    }

    private static boolean namesFolder(String text, String path) {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            if (text.contains(path.substring(0, slash + 1))) {
                return true;
            }
        }
        return false;
    }
}
