package dev.expertd.daemon.install.service;

import dev.expertd.daemon.install.EnrolmentFile;
import dev.expertd.io.Places;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The folders that {@code ProtectSystem=full} makes read-only, though a repository may lie there all the same. */
final class SystemFolders {
    private static final List<Path> ALL = List.of(Path.of("/usr"), Path.of("/etc"), Path.of("/boot"), Path.of("/efi"));

    private SystemFolders() {}

    /** The enrolled worktrees below them. */
    static List<Path> enrolledBelow(Places places) throws IOException {
        return new EnrolmentFile(places)
                .list().stream()
                        .filter(worktree -> ALL.stream().anyMatch(worktree::startsWith))
                        .sorted()
                        .toList();
    }
}
