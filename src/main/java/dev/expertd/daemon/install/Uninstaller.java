package dev.expertd.daemon.install;

import dev.expertd.io.Places;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Removes the installed program; with {@code purge} also settings and journal. Learnings stay where they are, and so
 * does whatever else somebody put beside the program.
 */
public final class Uninstaller {
    private static final String JAR = "expertd.jar";

    /** Where install.sh notes, one a line, the folders that it had to make. */
    private static final String MADE = "made";

    private final Places places;
    private final Optional<Path> launcher;
    private final Path program;

    /**
     * For an installation.
     *
     * @param launcher the installed launcher; empty if the program runs from a build folder
     * @param program the folder in which the program lies, a folder below it for each build
     */
    public Uninstaller(Places places, Optional<Path> launcher, Path program) {
        this.places = places;
        this.launcher = launcher;
        this.program = program;
    }

    /** Removes and says what went, a line each. */
    public List<String> uninstall(boolean purge) throws IOException {
        List<String> removed = new ArrayList<>();
        List<Path> made = made();
        if (launcher.isPresent() && Files.deleteIfExists(launcher.get())) {
            removed.add("launcher " + launcher.get());
        }
        removeProgram(removed);
        remove(places.state().resolve("spool"), "spool", removed);
        Files.deleteIfExists(places.hookScript());
        if (purge) {
            remove(places.config(), "settings", removed);
            remove(places.state(), "journal and log", removed);
        }
        for (Path folder : made) {
            removeEmpty(folder);
        }
        return removed;
    }

    /** Folders around ours that were not there before the installation, the inner ones first. */
    private List<Path> made() throws IOException {
        Path list = places.state().resolve(MADE);
        return Files.isRegularFile(list)
                ? Files.readAllLines(list).stream()
                        .filter(line -> line.startsWith("/"))
                        .map(Path::of)
                        .distinct()
                        .sorted(Comparator.comparingInt(Path::getNameCount).reversed())
                        .toList()
                : List.of();
    }

    private static void removeEmpty(Path folder) throws IOException {
        try {
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(folder);
            }
        } catch (DirectoryNotEmptyException | AccessDeniedException e) {
            return; // somebody else uses it by now
        }
    }

    private void removeProgram(List<String> removed) throws IOException {
        if (!Files.isDirectory(program)) {
            return;
        }
        try (DirectoryStream<Path> builds = Files.newDirectoryStream(program)) {
            for (Path build : builds) {
                if (Files.isRegularFile(build.resolve(JAR))) {
                    remove(build, "program", removed);
                }
            }
        }
        try {
            Files.delete(program);
        } catch (DirectoryNotEmptyException e) {
            removed.add("nothing else in " + program + ", which holds more than the program");
        }
    }

    private static void remove(Path folder, String what, List<String> removed) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
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
