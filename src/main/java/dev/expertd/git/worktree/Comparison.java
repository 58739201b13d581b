package dev.expertd.git.worktree;

import dev.expertd.git.plumbing.IndexEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** Tells from size and time alone whether a file can still be what the index says; never wrong in saying so. */
final class Comparison {
    private static final long LOW_BITS = 0xffff_ffffL;

    private final Instant indexWritten;

    private Comparison(Instant indexWritten) {
        this.indexWritten = indexWritten;
    }

    /** {@code index}: the file; without one nothing is sure. */
    static Comparison with(Path index) throws IOException {
        FileTime written = Files.exists(index) ? Files.getLastModifiedTime(index) : FileTime.fromMillis(0);
        return new Comparison(written.toInstant());
    }

    /** A file changed as late as the index was written may have changed again in the same tick: not sure. */
    boolean isSurelySame(BasicFileAttributes file, IndexEntry entry) {
        Instant modified = file.lastModifiedTime().toInstant();
        return entry.isMerged()
                && (file.size() & LOW_BITS) == entry.size()
                && isSameTime(modified, entry.modified())
                && modified.isBefore(indexWritten);
    }

    private static boolean isSameTime(Instant file, Instant entry) {
        return file.equals(entry) || entry.getNano() == 0 && file.getEpochSecond() == entry.getEpochSecond();
    }
}
