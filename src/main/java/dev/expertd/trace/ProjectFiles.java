package dev.expertd.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The files of one folder that tell how a project is tested, read once and only their beginning. */
final class ProjectFiles {
    private static final int READ = 256 * 1024;
    private static final int FOLDERS = 50;
    private static final int ENTRIES = 2_000;

    private final Path path;
    private final String folder;
    private final Map<String, String> texts = new HashMap<>();

    private ProjectFiles(Path path, String folder) {
        this.path = path;
        this.folder = folder;
    }

    /** Those of a work tree's root, then those of the folders right below it. */
    static List<ProjectFiles> of(Path root) {
        List<ProjectFiles> all = new ArrayList<>();
        all.add(new ProjectFiles(root, ""));
        names(root).stream()
                .filter(name -> !name.startsWith(".") && !UsualPlaces.PASSED_BY.contains(name))
                .filter(name -> Files.isDirectory(root.resolve(name), LinkOption.NOFOLLOW_LINKS))
                .limit(FOLDERS)
                .forEach(name -> all.add(new ProjectFiles(root.resolve(name), name)));
        return all;
    }

    /** Relative to the work tree; empty for its root. */
    String folder() {
        return folder;
    }

    boolean has(String file) {
        return Files.isRegularFile(path.resolve(file));
    }

    boolean hasEnding(String... endings) {
        return names(path).stream().anyMatch(name -> Arrays.stream(endings).anyMatch(name::endsWith));
    }

    boolean says(String file, String regex) {
        return Pattern.compile(regex).matcher(text(file)).find();
    }

    /** True if the folder's package.json names the package as a dependency. */
    boolean dependsOn(String npmPackage) {
        return says("package.json", "\"" + Pattern.quote(npmPackage) + "\"\\s{0,5}:\\s{0,5}\"");
    }

    private String text(String file) {
        return texts.computeIfAbsent(file, name -> read(path.resolve(name)));
    }

    private static String read(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(READ), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // what cannot be read shows nothing
        }
    }

    private static Set<String> names(Path folder) {
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                names.add(String.valueOf(entry.getFileName()));
                if (names.size() == ENTRIES) {
                    break;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return names; // what cannot be listed shows nothing
        }
        return names;
    }
}
