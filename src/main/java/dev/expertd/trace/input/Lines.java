package dev.expertd.trace.input;

import dev.expertd.io.ContentId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * How far a file of lines is read. A later call reads on behind the last line that was complete; the hash of the whole
 * file goes on with it, and the last bytes are remembered so that another file in the same place is not taken for more
 * of this one.
 */
public final class Lines {
    /** Bytes of a line that are held; of a longer one only the place is. */
    private static final int LONG = 1 << 20;

    private static final int BUFFER = 64 << 10;
    private static final int LEAST = 4 << 10;

    /** What is done with lines that are complete. */
    public interface Taking {
        void take(Line line) throws IOException;

        /**
         * Takes the line of UTF-8 that begins there without knowing where it ends, which is before the end of these bytes.
         * Returns where the next one begins; the same place if it could not be taken so.
         */
        default int takeAtOnce(byte[] bytes, int from, int to) throws IOException {
            return from;
        }
    }

    private final Charset charset;
    private final int width;
    private long offset;
    private ContentId id;
    private ContentId whole;
    private long end;
    private LastBytes last = new LastBytes();
    private LastBytes lastOfAll = last;

    private Lines(Charset charset, ContentId id, long offset) {
        this.charset = charset;
        this.width = Encoding.isWide(charset) ? 2 : 1;
        this.id = id;
        this.whole = id;
        this.offset = offset;
    }

    /** A reading that stands where the file is to be read from. */
    public static Lines of(TraceFile file) throws IOException {
        ContentId id = new ContentId();
        try (InputStream in = new BoundedInput(file.bytes(0), file.start())) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                id.add(buffer, 0, read);
            }
        }
        Charset charset = Encoding.of(file.head());
        boolean single = !Encoding.isWide(charset);
        return new Lines(single ? StandardCharsets.UTF_8 : charset, id, file.start());
    }

    /** Reads the lines up to that byte of the file. Returns the last one, if it has no end yet. */
    public Optional<Line> readOn(TraceFile file, long to, Taking taking) throws IOException {
        byte[] buffer = new byte[(int) Math.max(LEAST, Math.min(BUFFER, to - offset + 1))];
        int seen = 0;
        int filled = 0;
        long passed = 0;
        ContentId running = id;
        LastBytes lastRead = last;
        ShortLine head = new ShortLine(buffer, 0, 0, charset);
        try (InputStream in = new BoundedInput(file.bytes(offset), to - offset)) {
            for (int read = 0; read >= 0; read = in.read(buffer, filled, buffer.length - filled)) {
                filled += read;
                int end = lastLineEnd(buffer, seen, filled);
                if (end >= 0) {
                    int from = 0;
                    if (passed > 0) {
                        int newline = newline(buffer, seen, end);
                        taking.take(new LongLine(head, file, offset, offset + passed + newline, charset));
                        from = newline + width;
                    }
                    take(buffer, from, end, offset + passed, taking);
                    running.add(buffer, 0, end);
                    lastRead.add(buffer, 0, end);
                    id = running;
                    last = lastRead;
                    offset += passed + end;
                    passed = 0;
                    System.arraycopy(buffer, end, buffer, 0, filled - end);
                    filled -= end;
                }
                seen = filled - filled % width;
                if (filled == buffer.length && buffer.length < LONG) {
                    buffer = Arrays.copyOf(buffer, 2 * buffer.length);
                } else if (filled == buffer.length) {
                    if (passed == 0) {
                        running = id.copy();
                        lastRead = last.copy();
                        head = line(Arrays.copyOf(buffer, BUFFER), 0, BUFFER, offset == 0);
                    }
                    running.add(buffer, 0, filled);
                    lastRead.add(buffer, 0, filled);
                    passed += filled;
                    filled = 0;
                    seen = 0;
                }
            }
        }
        whole = running.copy();
        whole.add(buffer, 0, filled);
        lastOfAll = lastRead.copy();
        lastOfAll.add(buffer, 0, filled);
        end = offset + passed + filled;
        if (end == offset) {
            return Optional.empty();
        }
        return Optional.of(
                passed == 0 ? line(buffer, 0, filled, offset == 0) : new LongLine(head, file, offset, end, charset));
    }

    /** Takes the lines between two line starts. */
    private void take(byte[] buffer, int from, int to, long place, Taking taking) throws IOException {
        boolean wide = Encoding.isWide(charset);
        int at = from;
        while (at < to) {
            int next = wide ? at : taking.takeAtOnce(buffer, at, to);
            if (next == at) {
                int newline = newline(buffer, at, to);
                taking.take(line(buffer, at, newline - at, place + at == 0));
                next = newline + width;
            }
            at = next;
        }
    }

    /** Identity of all that was read, the unfinished line included. */
    public String hash() {
        return whole.hex();
    }

    /** True if before the place that was reached, the unfinished line included, stands what was read there. */
    public boolean isPartOf(TraceFile file) throws IOException {
        byte[] known = lastOfAll.toArray();
        try (InputStream in = file.bytes(end - known.length)) {
            return Arrays.equals(known, in.readNBytes(known.length));
        }
    }

    private ShortLine line(byte[] buffer, int from, int length, boolean first) {
        int mark = first ? mark(buffer, from, length) : 0;
        return new ShortLine(buffer, from + mark, length - mark, charset);
    }

    /** The length of the byte order mark that stands there. */
    private int mark(byte[] buffer, int from, int length) {
        byte[] mark = "\uFEFF".getBytes(charset);
        return length >= mark.length && Arrays.equals(mark, 0, mark.length, buffer, from, from + mark.length)
                ? mark.length
                : 0;
    }

    /** The place behind the last line end between these places; -1 if there is none. */
    private int lastLineEnd(byte[] buffer, int from, int to) {
        for (int at = to - (to - from) % width - width; at >= from; at -= width) {
            if (isNewline(buffer, at)) {
                return at + width;
            }
        }
        return -1;
    }

    /** The place of the first line end between these places; -1 if there is none. */
    private int newline(byte[] buffer, int from, int to) {
        for (int at = from; at + width <= to; at += width) {
            if (isNewline(buffer, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isNewline(byte[] buffer, int at) {
        if (width == 1) {
            return buffer[at] == '\n';
        }
        boolean big = charset.equals(StandardCharsets.UTF_16BE);
        return buffer[big ? at + 1 : at] == '\n' && buffer[big ? at : at + 1] == 0;
    }
}
