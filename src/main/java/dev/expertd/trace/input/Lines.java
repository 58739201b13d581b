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

    /** What is done with a line that is complete. */
    public interface Taking {
        void take(Line line) throws IOException;
    }

    private final Charset charset;
    private final int width;
    private long offset;
    private ContentId id;
    private ContentId whole;
    private long end;
    private LastBytes last = new LastBytes();

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
        byte[] buffer = new byte[BUFFER];
        int from = 0;
        int seen = 0;
        int filled = 0;
        long passed = 0;
        ContentId running = id;
        LastBytes lastRead = last;
        ShortLine head = new ShortLine(buffer, 0, 0, charset);
        try (InputStream in = new BoundedInput(file.bytes(offset), to - offset)) {
            for (int read = 0; read >= 0; read = in.read(buffer, filled, buffer.length - filled)) {
                filled += read;
                for (int newline = newline(buffer, seen, filled);
                        newline >= 0;
                        newline = newline(buffer, seen, filled)) {
                    int next = newline + width;
                    running.add(buffer, from, next - from);
                    lastRead.add(buffer, from, next - from);
                    long length = passed + next - from;
                    taking.take(
                            passed == 0
                                    ? line(buffer, from, newline - from, offset == 0)
                                    : new LongLine(head, file, offset, offset + length - width, charset));
                    id = running;
                    last = lastRead;
                    offset += length;
                    passed = 0;
                    from = next;
                    seen = next;
                }
                seen = filled - (filled - from) % width;
                if (from > 0) {
                    System.arraycopy(buffer, from, buffer, 0, filled - from);
                    filled -= from;
                    seen -= from;
                    from = 0;
                }
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
        whole.add(buffer, from, filled - from);
        end = offset + passed + filled - from;
        if (end == offset) {
            return Optional.empty();
        }
        return Optional.of(
                passed == 0
                        ? line(buffer, from, filled - from, offset == 0)
                        : new LongLine(head, file, offset, end, charset));
    }

    /** The last line counts as complete after all. */
    public void takeLast(TraceFile file) throws IOException {
        try (InputStream in = new BoundedInput(file.bytes(offset), end - offset)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                last.add(buffer, 0, read);
            }
        }
        offset = end;
        id = whole.copy();
    }

    /** Identity of all that was read, the unfinished line included. */
    public String hash() {
        return whole.hex();
    }

    /** True if before the place that was reached stands what was read there. */
    public boolean isPartOf(TraceFile file) throws IOException {
        byte[] known = last.toArray();
        try (InputStream in = file.bytes(offset - known.length)) {
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

    private int newline(byte[] buffer, int from, int to) {
        if (width == 1) {
            int at = from;
            while (at < to && buffer[at] != '\n') {
                at++;
            }
            return at < to ? at : -1;
        }
        boolean big = charset.equals(StandardCharsets.UTF_16BE);
        for (int i = from; i + width <= to; i += width) {
            if (buffer[big ? i + 1 : i] == '\n' && buffer[big ? i : i + 1] == 0) {
                return i;
            }
        }
        return -1;
    }
}
