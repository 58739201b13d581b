package dev.expertd.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.TreeSet;

/** What the file system says of a few paths, to tell whether a closer look is due. */
final class Stamps {
    private Stamps() {}

    static String of(Set<Path> paths) {
        StringBuilder stamps = new StringBuilder();
        for (Path path : new TreeSet<>(paths)) {
            try {
                BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
                stamps.append(found.lastModifiedTime().toInstant())
                        .append(found.isDirectory() ? 0 : found.size())
                        .append(found.fileKey());
            } catch (IOException e) {
                stamps.append('-'); // absent now; that it appears or goes is a change like any other
            }
            stamps.append(' ');
        }
        return stamps.toString();
    }
}
