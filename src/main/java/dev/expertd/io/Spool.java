package dev.expertd.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a repository's hooks left: one line for each hint, {@code <commit> <git directory>}, appended by a shell.
 *
 * <p>It is read by offset and never truncated, because a hook may append at any moment. Over one mebibyte it is renamed
 * to {@code .old}; what a hook that still held it open appended meanwhile is read once more, and it is deleted no sooner
 * than a second after. A torn last line is left for the next reading. Whatever is no hint is passed over: a hook that
 * could not tell the commit writes {@code -} in its place, only to be noticed.
 */
public final class Spool {
    static final int FULL = 1 << 20;
    private static final int AT_ONCE = 4 << 20;
    private static final int LATE = 64 << 10;
    private static final int LONGEST_LINE = 5000;
    private static final Duration PUT_ASIDE = Duration.ofSeconds(1);
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{40}|[0-9a-f]{64})(?: (.{0,4096}))?");

    private final Path file;
    private final Path old;
    private final Clock clock;

    public Spool(Path file, Clock clock) {
        this.file = file;
        this.old = file.resolveSibling(file.getFileName() + ".old");
        this.clock = clock;
    }

    /**
     * One hint.
     *
     * @param gitDir the git directory of the worktree in which the hook ran; empty if the hook could not tell
     */
    public record Entry(String commit, String gitDir) {}

    /**
     * What was read.
     *
     * @param nextOffset where to read on next time
     * @param isAll false if there is more to read from {@code nextOffset} at once
     */
    public record Reading(List<Entry> entries, long nextOffset, boolean isAll) {
        public Reading {
            entries = List.copyOf(entries);
        }
    }

    public Path file() {
        return file;
    }

    /**
     * Reads the lines after {@code offset}, at most 4 MiB of them; an offset behind the end means that the file was
     * replaced. A spool that is no regular file holds nothing.
     */
    public Reading read(long offset) throws IOException {
        List<Entry> entries = new ArrayList<>();
        readLate(entries);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Reading(entries, 0, true);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            long start = offset < 0 || offset > size ? 0 : offset;
            byte[] content = bytes(channel, start, AT_ONCE);
            long next = start + parse(content, 0, entries);
            boolean more = start + content.length < size;
            boolean stuck = more && next == start; // one line as long as all that is read at once is no hint
            return new Reading(entries, stuck ? start + content.length : next, !more);
        } catch (NoSuchFileException e) {
            return new Reading(entries, 0, true);
        }
    }

    /**
     * Puts a full spool aside; to be called when everything up to {@code offset} is safe in the journal.
     *
     * @return true if the next reading starts at 0
     */
    public boolean rotateIfFull(long offset) throws IOException {
        if (Files.exists(old)) {
            Duration aside = Duration.between(putAsideAt().toInstant(), clock.instant());
            if (aside.abs().compareTo(PUT_ASIDE) < 0) {
                return false;
            }
            Files.deleteIfExists(old);
        }
        if (offset < FULL || Files.size(file) - offset > LATE / 2) {
            return false;
        }
        Files.move(file, old, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    /** The time of the last change of the file's entry where the platform has it: renaming sets no other. */
    private FileTime putAsideAt() throws IOException {
        return old.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? (FileTime) Files.getAttribute(old, "unix:ctime")
                : Files.getLastModifiedTime(old);
    }

    /** Reads again the end of a spool that was put aside: all before it was read when it was. */
    private void readLate(List<Entry> entries) throws IOException {
        if (!Files.isRegularFile(old, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(old, StandardOpenOption.READ)) {
            byte[] end = bytes(channel, Math.max(0, channel.size() - LATE), LATE);
            int firstWhole = 0;
            while (channel.size() > LATE && firstWhole < end.length && end[firstWhole] != '\n') {
                firstWhole++;
            }
            parse(end, firstWhole, entries);
        } catch (NoSuchFileException e) {
            return; // deleted by the pass of another process; it was read before
        }
    }

    private static byte[] bytes(FileChannel channel, long from, int most) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(most, Math.max(0, channel.size() - from)));
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {}
        byte[] content = new byte[buffer.position()];
        buffer.flip().get(content);
        return content;
    }

    /** Adds the hints of all whole lines; returns how many bytes those lines take. */
    private static int parse(byte[] content, int start, List<Entry> entries) {
        int lineStart = start;
        for (int i = start; i < content.length; i++) {
            if (content[i] == '\n') {
                int length = Math.min(i - lineStart, LONGEST_LINE);
                Matcher line = LINE.matcher(new String(content, lineStart, length, StandardCharsets.UTF_8));
                if (line.matches()) {
                    entries.add(new Entry(line.group(1), line.group(2) == null ? "" : line.group(2)));
                }
                lineStart = i + 1;
            }
        }
        return lineStart;
    }
}
