package dev.expertd.daemon;

import dev.expertd.io.DurableFile;
import dev.expertd.redact.Redactor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What keeps the daemon from its work now, where another process can read it. On a full disk that must be told too, so
 * the file is as long as it will ever be from the beginning and is only written over:
 *
 * <pre>
 * 4711
 * 2026-01-05T09:00:00Z TAB /srv/shop TAB the journal ... cannot grow: its disk is full; make room on it
 * </pre>
 *
 * and so on up to the first zero byte; the first line is the daemon's process.
 */
public final class Troubles {
    private static final int SIZE = 32 << 10;
    private static final int LONGEST = 400;

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cc}+");

    private final Path file;
    private final long pid;
    private final Map<String, Trouble> now = new TreeMap<>();
    private final Redactor redactor = new Redactor();

    /**
     * One of them.
     *
     * @param where the worktree that it is about, or another word for what is in trouble
     */
    public record Trouble(String where, Instant since, String message) {}

    /** Of a daemon that has none yet; allots the file's room. */
    public Troubles(Path file, long pid) {
        this.file = file;
        this.pid = pid;
        write();
    }

    /** Notes a trouble; one that is known keeps its time. */
    public synchronized void put(String where, String message, Instant at) {
        String safe = oneLine(redactor.redact(message).text());
        Trouble before = now.get(where);
        if (before == null || !before.message().equals(safe)) {
            now.put(where, new Trouble(where, at, safe));
            write();
        }
    }

    /** It is over. */
    public synchronized void clear(String where) {
        if (now.remove(where) != null) {
            write();
        }
    }

    /** What the daemon of that process has noted; nothing if the file is another's, or none. */
    public static List<Trouble> read(Path file, long pid) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            int end = text.indexOf('\0');
            byte[] told = text.substring(0, end < 0 ? text.length() : end).getBytes(StandardCharsets.ISO_8859_1);
            List<String> lines =
                    new String(told, StandardCharsets.UTF_8).lines().toList();
            if (lines.isEmpty() || !lines.get(0).equals(Long.toString(pid))) {
                return List.of();
            }
            return lines.stream().skip(1).flatMap(line -> parsed(line).stream()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<Trouble> parsed(String line) {
        String[] parts = line.split("\t", 3);
        try {
            return parts.length < 3
                    ? Optional.empty()
                    : Optional.of(new Trouble(parts[1], Instant.parse(parts[0]), parts[2]));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void write() {
        ByteBuffer buffer = ByteBuffer.allocate(SIZE);
        buffer.put((pid + "\n").getBytes(StandardCharsets.UTF_8));
        for (Trouble each : now.values()) {
            byte[] line = (each.since() + "\t" + oneLine(each.where()) + "\t" + each.message() + "\n")
                    .getBytes(StandardCharsets.UTF_8);
            if (line.length < buffer.remaining()) {
                buffer.put(line);
            }
        }
        buffer.position(0).limit(SIZE);
        try {
            DurableFile.makePrivate(file);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                while (buffer.hasRemaining()) {
                    channel.write(buffer, buffer.position());
                }
            }
        } catch (IOException e) {
            return; // it stands in the log as well
        }
    }

    private static String oneLine(String text) {
        String line = UNSEEN.matcher(text).replaceAll(" ");
        return line.substring(0, Math.min(LONGEST, line.length()));
    }
}
