package dev.expertd.daemon.install;

import dev.expertd.io.DurableFile;
import dev.expertd.io.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The work trees whose hooks or merge driver were installed by hand, one path a line, so that uninstalling finds them
 * though they were never enrolled.
 */
public final class HookedFile {
    private final Places places;

    public HookedFile(Places places) {
        this.places = places;
    }

    /** Notes a work tree. */
    public void add(Path worktree) throws IOException {
        if (!list().contains(worktree)) {
            places.make();
            DurableFile.makePrivate(file());
            Files.writeString(file(), worktree + "\n", StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        }
    }

    /** Those that were noted, in that order. */
    public List<Path> list() throws IOException {
        return Files.exists(file())
                ? Files.readAllLines(file()).stream()
                        .filter(line -> !line.isBlank())
                        .map(Path::of)
                        .distinct()
                        .toList()
                : List.of();
    }

    /** Forgets them all. */
    public void clear() throws IOException {
        Files.deleteIfExists(file());
    }

    private Path file() {
        return places.state().resolve("hooked");
    }
}
