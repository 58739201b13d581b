package dev.expertd.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What the file system says of a few paths, to tell whether a closer look is due. One number for each path: a sweep over
 * five hundred repositories takes milliseconds and leaves nothing to collect.
 */
final class Stamps {
    private static final long ABSENT = 0; // that a path appears or goes is a change like any other

    private Stamps() {}

    static Map<Path, Long> of(Collection<Path> paths) {
        Map<Path, Long> stamps = new HashMap<>(paths.size() * 2);
        for (Path path : paths) {
            stamps.put(path, of(path));
        }
        return stamps;
    }

    /** When a file was changed; before all others if it is not there. */
    static FileTime changed(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    static long of(Path path) {
        try {
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
            long stamp = found.lastModifiedTime().to(TimeUnit.NANOSECONDS);
            stamp = stamp * 31 + (found.isDirectory() ? 0 : found.size());
            stamp = stamp * 31 + Objects.hashCode(found.fileKey());
            return stamp == ABSENT ? 1 : stamp;
        } catch (IOException e) {
            return ABSENT;
        }
    }
}
