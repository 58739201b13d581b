package dev.expertd.upkeep.reference;

import dev.expertd.curate.Globs;
import dev.expertd.curate.route.FileIndex;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a path as it is written may mean among the files of one commit: most references name no more than the end of one.
 * A path that is called exactly so goes before all that only end so.
 */
public final class WrittenPaths {
    private final FileIndex files;

    WrittenPaths(List<String> files) {
        this.files = new FileIndex(files);
    }

    /** The files that a path may mean. */
    public List<String> resolve(String written) {
        return files.has(written) ? List.of(written) : files.endingIn(written);
    }

    /** The files that a glob matches, at most so many. */
    public List<String> matching(String glob, int limit) {
        Pattern pattern = Globs.pattern(glob);
        return files.all()
                .filter(file -> pattern.matcher(file).matches())
                .sorted()
                .limit(limit)
                .toList();
    }

    /** The folders that a path ending with a slash may mean, with that slash. */
    List<String> folders(String written) {
        String name = written.substring(0, written.length() - 1);
        return files.isFolder(name)
                ? List.of(written)
                : files.foldersEndingIn(name).stream()
                        .map(folder -> folder + "/")
                        .sorted()
                        .toList();
    }

    boolean has(String file) {
        return files.has(file);
    }

    List<String> under(String folder, int limit) {
        return files.all()
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
