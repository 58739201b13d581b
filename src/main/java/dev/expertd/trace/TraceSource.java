package dev.expertd.trace;

import dev.expertd.io.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;

/**
 * A place that yields runs: one file, or the many files of one glob.
 *
 * @param name the pattern or path, relative to the work tree
 * @param files in order
 */
public record TraceSource(String name, List<Path> files) {
    public TraceSource {
        files = List.copyOf(files);
    }

    /** What tells whether the source changed: each file's size, time and inode. */
    public String stamp() {
        StringBuilder stamp = new StringBuilder();
        for (Path file : files) {
            try {
                BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
                stamp.append(file.getFileName())
                        .append(' ')
                        .append(found.size())
                        .append(' ')
                        .append(found.lastModifiedTime().toInstant())
                        .append(' ')
                        .append(found.fileKey())
                        .append('\n');
            } catch (IOException e) {
                stamp.append(file.getFileName()).append(" gone\n");
            }
        }
        return Hash.hex(stamp.toString());
    }

    /** When the newest of the files was written; the epoch if none can be read. */
    public Instant writtenAt() {
        Instant newest = Instant.EPOCH;
        for (Path file : files) {
            Instant at = writtenAt(file);
            newest = at.isAfter(newest) ? at : newest;
        }
        return newest;
    }

    private static Instant writtenAt(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH; // gone since the walk; the others still speak
        }
    }
}
