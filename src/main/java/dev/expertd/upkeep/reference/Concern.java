package dev.expertd.upkeep.reference;

import dev.expertd.curate.Globs;
import dev.expertd.expertise.reference.Reference;
import dev.expertd.model.FileChange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which references may mean a file that was changed, by the ends of paths: cheap, and never wrong to say yes. */
final class Concern {
    private final Set<String> paths = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    Concern(List<FileChange> changes) {
        for (FileChange change : changes) {
            paths.add(change.path());
            paths.add(change.oldPath());
        }
        paths.forEach(path -> names.add(WrittenPaths.lastSegment(path)));
    }

    boolean isWith(Reference reference) {
        return Stream.concat(reference.paths().stream().flatMap(List::stream), reference.wide().stream())
                .anyMatch(this::isWith);
    }

    private boolean isWith(String written) {
        if (written.endsWith("/")) {
            return paths.stream().anyMatch(path -> path.startsWith(written) || path.contains("/" + written));
        }
        if (written.contains("*")) {
            return paths.stream().anyMatch(Globs.pattern(written).asMatchPredicate());
        }
        return names.contains(WrittenPaths.lastSegment(written));
    }
}
