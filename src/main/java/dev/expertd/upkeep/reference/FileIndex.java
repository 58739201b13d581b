package dev.expertd.upkeep.reference;

import dev.expertd.curate.Globs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The files of one commit, found by the end of their path: most references name no more than that. */
public final class FileIndex {
    private final Set<String> files;
    private final Set<String> folders = new HashSet<>();
    private final Map<String, List<String>> byName = new HashMap<>();

    FileIndex(List<String> files) {
        this.files = new HashSet<>(files);
        for (String file : files) {
            byName.computeIfAbsent(lastSegment(file), key -> new ArrayList<>()).add(file);
            for (int slash = file.lastIndexOf('/'); slash > 0; slash = file.lastIndexOf('/', slash - 1)) {
                if (!folders.add(file.substring(0, slash + 1))) {
                    break;
                }
            }
        }
    }

    /** The files that a path as it is written may mean; the one that is called exactly so alone. */
    public List<String> resolve(String written) {
        if (files.contains(written)) {
            return List.of(written);
        }
        return byName.getOrDefault(lastSegment(written), List.of()).stream()
                .filter(file -> file.endsWith("/" + written))
                .toList();
    }

    /** The files that a glob matches, at most so many. */
    public List<String> matching(String glob, int limit) {
        Pattern pattern = Globs.pattern(glob);
        return files.stream()
                .filter(file -> pattern.matcher(file).matches())
                .sorted()
                .limit(limit)
                .toList();
    }

    /** The folders that a path ending with a slash may mean. */
    List<String> folders(String written) {
        if (folders.contains(written)) {
            return List.of(written);
        }
        return folders.stream()
                .filter(folder -> folder.endsWith("/" + written))
                .sorted()
                .toList();
    }

    boolean has(String file) {
        return files.contains(file);
    }

    List<String> under(String folder, int limit) {
        return files.stream()
                .filter(file -> file.startsWith(folder))
                .sorted()
                .limit(limit)
                .toList();
    }

    /** The end of a path with at least so many segments that means this file alone. */
    String shortened(String file, int segments) {
        int slash = file.length();
        for (int taken = 0; slash > 0; taken++) {
            if (taken >= segments && resolve(file.substring(slash + 1)).size() == 1) {
                return file.substring(slash + 1);
            }
            slash = file.lastIndexOf('/', slash - 1);
        }
        return file;
    }

    static String lastSegment(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
