package dev.expertd.daemon.install;

import dev.expertd.io.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Removes the installed program; with {@code purge} also settings and journal. Learnings stay where they are. */
public final class Uninstaller {
    private final Places places;
    private final Optional<Path> launcher;

    /**
     * For an installation.
     *
     * @param launcher the installed launcher; empty if the program runs from a build folder
     */
    public Uninstaller(Places places, Optional<Path> launcher) {
        this.places = places;
        this.launcher = launcher;
    }

    /** Removes and says what went, a line each. */
    public List<String> uninstall(boolean purge) throws IOException {
        List<String> removed = new ArrayList<>();
        if (launcher.isPresent() && Files.deleteIfExists(launcher.get())) {
            removed.add("launcher " + launcher.get());
        }
        remove(places.data(), "program", removed);
        remove(places.state().resolve("spool"), "spool", removed);
        if (purge) {
            remove(places.config(), "settings", removed);
            remove(places.state(), "journal and log", removed);
        }
        return removed;
    }

    private static void remove(Path folder, String what, List<String> removed) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
        removed.add(what + " " + folder);
    }
}
