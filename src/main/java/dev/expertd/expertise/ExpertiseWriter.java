package dev.expertd.expertise;

import dev.expertd.io.DurableFile;
import dev.expertd.io.Failpoint;
import dev.expertd.io.Hash;
import dev.expertd.io.Staging;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The one class that writes expertise files.
 *
 * <p>A file is never written over: the new content goes into a temporary file ({@link Staging}), is forced to disk, and
 * takes the old one's place if that is still what was read. Who wrote to the old file meanwhile has written to an inode that
 * no path names any more; it is kept open, and what was added to it is merged into the new one.
 */
public final class ExpertiseWriter {
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration AFTERLIFE = Duration.ofMillis(50);
    private static final int LOOKS = 20;

    private final Clock clock;
    private final Staging staging;
    private final Optional<LateEdits> late;

    /** For a command, which looks once more at what it replaced and then goes. */
    public ExpertiseWriter(Clock clock, Staging staging) {
        this(clock, staging, Optional.empty());
    }

    /** For a daemon, which keeps open what it replaced. */
    public ExpertiseWriter(Clock clock, Staging staging, LateEdits late) {
        this(clock, staging, Optional.of(late));
    }

    private ExpertiseWriter(Clock clock, Staging staging, Optional<LateEdits> late) {
        this.clock = clock;
        this.staging = staging;
        this.late = late;
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
        Path folder = file.getParent();
        if (folder != null && !Files.isWritable(folder)) {
            return new WriteResult.LeftAlone("its folder is read-only; make that writable with `chmod u+w`");
        }
        return replace(file, ourHash, edit);
    }

    /** Changes a file as {@link #write} does, whenever somebody else changed it. */
    WriteResult rewrite(Path file, Edit edit) throws IOException {
        return replace(file, "", edit);
    }

    private WriteResult replace(Path file, String ourHash, Edit edit) throws IOException {
        // Its path is real. Should a link have taken its place, what that leads to is not to be read into the work
        // tree.
        FileChannel old = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        boolean handedOn = false;
        try {
            byte[] before = content(old);
            WriteResult result = replace(file, before, ourHash, edit);
            if (result instanceof WriteResult.Written written) {
                byte[] seen = settled(old, before);
                if (late.isPresent()) {
                    late.get().keep(file, old, before);
                    handedOn = true;
                } else if (!Arrays.equals(seen, before)) {
                    return withLateEdits(file, written, seen, edit);
                }
            }
            return result;
        } catch (ExpertiseException | Staging.OwnershipException e) {
            return new WriteResult.LeftAlone("it " + e.getMessage());
        } finally {
            if (!handedOn) {
                old.close();
            }
        }
    }

    private WriteResult replace(Path file, byte[] before, String ourHash, Edit edit)
            throws IOException, ExpertiseException {
        String beforeHash = Hash.hex(before);
        boolean someoneElses = !beforeHash.equals(ourHash);
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        Duration age = Duration.between(modified, clock.instant());
        if (someoneElses && !ourHash.isEmpty() && !age.isNegative() && age.compareTo(QUIET) < 0) {
            return new WriteResult.HeldBack(file + " was changed less than a second ago");
        }
        PlainText.check(before);
        byte[] after = edit.apply(before);
        if (Arrays.equals(before, after)) {
            return new WriteResult.Unchanged(beforeHash);
        }
        if (!staging.replace(file, after, () -> Arrays.equals(Files.readAllBytes(file), before))) {
            return new WriteResult.HeldBack(file + " was changed while it was being written");
        }
        return new WriteResult.Written(Hash.hex(after));
    }

    /** What the old inode holds once nobody is in the middle of writing to it; {@code before} if nobody wrote. */
    private byte[] settled(FileChannel old, byte[] before) throws IOException {
        byte[] last = before;
        for (int look = 0; look < (late.isPresent() ? 0 : LOOKS); look++) {
            LockSupport.parkNanos(AFTERLIFE.toNanos());
            byte[] now = content(old);
            if (now.length > 0 && Arrays.equals(now, last)) {
                break;
            }
            last = now;
        }
        Failpoint.reach("late-edits-read");
        return last;
    }

    /** What somebody wrote to the old inode after it was read is what they mean the file to be: our lines go into it. */
    private WriteResult withLateEdits(Path file, WriteResult.Written written, byte[] seen, Edit edit)
            throws IOException {
        WriteResult result = rewrite(
                file,
                current -> seen.length > 0 && Hash.hex(current).equals(written.hash()) ? edit.apply(seen) : current);
        Failpoint.reach("late-edits-merged");
        return result instanceof WriteResult.Written merged ? merged : written;
    }

    static byte[] content(FileChannel channel) throws IOException {
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
