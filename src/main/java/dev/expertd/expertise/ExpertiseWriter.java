package dev.expertd.expertise;

import dev.expertd.io.DurableFile;
import dev.expertd.io.Failpoint;
import dev.expertd.io.Hash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The one class that writes expertise files.
 *
 * <p>A file is never written over: the new content goes into a temporary file beside it, is forced to disk, and takes
 * the old one's place if that is still what was read. Who wrote to the old file meanwhile has written to an inode that
 * no path names any more; it is kept open, and what was added to it is merged into the new one.
 */
public final class ExpertiseWriter {
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration AFTERLIFE = Duration.ofMillis(50);
    private static final String MARK = ".expertd-";

    private final Clock clock;

    public ExpertiseWriter(Clock clock) {
        this.clock = clock;
    }

    /** Changes the content of an expertise file. */
    @FunctionalInterface
    public interface Edit {
        byte[] apply(byte[] before) throws ExpertiseException;
    }

    /**
     * Writes one file.
     *
     * @param root the work tree, which the file may not lead out of
     * @param ourHash hash of the file as expertd last left it; empty if it never wrote it
     * @param edit may be applied more than once, to different contents
     */
    public WriteResult write(Path root, String relative, String ourHash, Edit edit) throws IOException {
        Path file = root.resolve(relative);
        if (!Files.isRegularFile(file)) {
            return new WriteResult.LeftAlone("it does not exist; make it or take it out of the settings");
        }
        file = file.toRealPath();
        if (!file.startsWith(root.toRealPath())) {
            return new WriteResult.LeftAlone("it lies outside the work tree");
        }
        if (linkCount(file) > 1) {
            return new WriteResult.LeftAlone("it has hard links; a rename would part them");
        }
        if (!Files.isWritable(file) || !isOwnerWritable(file)) {
            return new WriteResult.LeftAlone("it is read-only; make it writable with `chmod u+w`");
        }
        try (FileChannel old = FileChannel.open(file, StandardOpenOption.READ)) {
            return replace(file, old, ourHash, edit);
        } catch (ExpertiseException e) {
            return new WriteResult.LeftAlone("it " + e.getMessage());
        }
    }

    /** Removes temporary files that a crash left beside an expertise file. */
    public static void sweepTemporaries(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        String prefix = "." + file.getFileName() + MARK;
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.filter(
                            path -> path.getFileName().toString().startsWith(prefix))
                    .toList()) {
                Files.deleteIfExists(entry);
            }
        }
    }

    private WriteResult replace(Path file, FileChannel old, String ourHash, Edit edit)
            throws IOException, ExpertiseException {
        byte[] before = content(old);
        String beforeHash = Hash.hex(before);
        boolean someoneElses = !beforeHash.equals(ourHash);
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        Duration age = Duration.between(modified, clock.instant());
        if (someoneElses && !ourHash.isEmpty() && !age.isNegative() && age.compareTo(QUIET) < 0) {
            return new WriteResult.HeldBack(file + " was changed less than a second ago");
        }
        byte[] after = edit.apply(before);
        if (Arrays.equals(before, after)) {
            return new WriteResult.Unchanged(beforeHash);
        }
        Path temporary = file.resolveSibling("." + file.getFileName() + MARK + UUID.randomUUID() + ".tmp");
        try {
            DurableFile.writeTemporary(
                    temporary, after, DurableFile.modeOf(file).orElse(Set.of()));
            if (!Arrays.equals(Files.readAllBytes(file), before)) {
                return new WriteResult.HeldBack(file + " was changed while it was being written");
            }
            Failpoint.reach("before-rename");
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Failpoint.reach("after-rename");
            DurableFile.forceFolder(file);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return new WriteResult.Written(Hash.hex(withLateEdits(file, old, before, after, edit)));
    }

    /** What somebody wrote to the old inode after it was read is what they mean the file to be: our lines go into it. */
    private byte[] withLateEdits(Path file, FileChannel old, byte[] before, byte[] after, Edit edit)
            throws IOException, ExpertiseException {
        LockSupport.parkNanos(AFTERLIFE.toNanos());
        byte[] late = content(old);
        Failpoint.reach("late-edits-read");
        if (Arrays.equals(late, before) || late.length == 0) {
            return after;
        }
        byte[] merged = edit.apply(late);
        if (Arrays.equals(Files.readAllBytes(file), after)) {
            DurableFile.write(file, merged);
            Failpoint.reach("late-edits-merged");
        }
        return merged;
    }

    private static byte[] content(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(channel.size(), 8 << 20));
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer, buffer.position());
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static int linkCount(Path file) throws IOException {
        try {
            return (Integer) Files.getAttribute(file, "unix:nlink");
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return 1; // no such thing on this platform
        }
    }

    /** Root may write everything; a file that its owner made read-only is meant to be left alone all the same. */
    private static boolean isOwnerWritable(Path file) throws IOException {
        return DurableFile.modeOf(file)
                .map(mode -> mode.contains(PosixFilePermission.OWNER_WRITE))
                .orElse(true);
    }
}
