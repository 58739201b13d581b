package dev.expertd.expertise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folders that a new expert may know: the one that is called like it, else all at the top of the work tree. */
public final class TopFolders {
    private static final Set<String> NOT_WRITTEN_BY_HAND = Set.of(
            "node_modules",
            "target",
            "build",
            "dist",
            "out",
            "bin",
            "obj",
            "vendor",
            "venv",
            "env",
            "__pycache__",
            "coverage",
            "tmp",
            "logs");
    private static final int MOST = 12;

    private TopFolders() {}

    /** Paths with a slash at their end, in order. */
    public static List<String> of(Path root, String expert) {
        List<String> top = folders(root).stream().map(name -> name + "/").toList();
        List<String> called = Stream.concat(
                        top.stream(),
                        top.stream()
                                .flatMap(folder ->
                                        folders(root.resolve(folder)).stream().map(name -> folder + name + "/")))
                .filter(folder -> ("/" + folder).endsWith("/" + expert + "/"))
                .limit(MOST)
                .toList();
        return called.isEmpty() ? top.stream().limit(MOST).toList() : called;
    }

    private static List<String> folders(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !NOT_WRITTEN_BY_HAND.contains(name))
                    .filter(name -> name.chars().allMatch(letter -> letter > ' ' && letter != '`' && letter != '|'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of(); // what cannot be listed is not offered
        }
    }
}
