package dev.expertd.trace.input;

import dev.expertd.io.ContentId;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** One file of a trace. It is opened anew for each look, so that a look can be repeated in a more forgiving way. */
public final class TraceFile {
    /** So much is looked at to recognise a format. */
    public static final int PEEK_BYTES = 64 * 1024;

    private static final int BOM = 0xFEFF;

    /** How a file's bytes are come by. */
    public interface Opening {
        InputStream open(Path path) throws IOException;
    }

    private final Path path;
    private final Opening opening;
    private final long offset;

    public TraceFile(Path path) {
        this(path, Files::newInputStream);
    }

    public TraceFile(Path path, Opening opening) {
        this(path, opening, 0);
    }

    private TraceFile(Path path, Opening opening, long offset) {
        this.path = path;
        this.opening = opening;
        this.offset = offset;
    }

    /** Opens the same file and hashes what its first reader reads. */
    public HashedOpening hashed() {
        return new HashedOpening(opening);
    }

    /** The same file, come by in another way. */
    public TraceFile by(Opening other) {
        return new TraceFile(path, other, offset);
    }

    /** The same file, read from that byte on. */
    TraceFile from(long byteOffset) {
        return new TraceFile(path, opening, byteOffset);
    }

    /** The byte from which the file is read. */
    long start() {
        return offset;
    }

    /** Size, time and identity, of the file that a link leads to. */
    public BasicFileAttributes attributes() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class);
    }

    /** What tells the file from others, also when it is moved; where the system has no such thing, its path. */
    public Object identity() throws IOException {
        Object key = attributes().fileKey();
        return key == null ? path.toAbsolutePath().normalize() : key;
    }

    /** The file's own name, for messages. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** Why nothing should be read from it; empty if it is a file with something in it. A pipe would never end. */
    public String objection() throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return name() + " does not exist";
        }
        if (!Files.isRegularFile(path)) {
            return name() + " is no regular file";
        }
        return Files.size(path) == 0 ? name() + " is empty" : "";
    }

    /** The raw bytes. */
    public InputStream bytes() throws IOException {
        return bytes(offset);
    }

    /** The raw bytes from there on, counted from the file's beginning; none if it ends before. */
    InputStream bytes(long from) throws IOException {
        InputStream in = opening.open(path);
        try {
            in.skipNBytes(from);
            return in;
        } catch (EOFException shrunk) {
            in.close();
            return InputStream.nullInputStream();
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /**
     * The text, whatever its encoding; what is no text in that encoding becomes U+FFFD. A byte order mark and white space
     * before the document, which XML forbids, are left out.
     */
    public Reader text() throws IOException {
        PushbackReader reader = new PushbackReader(decoded());
        int first = reader.read();
        while (first == BOM || first == ' ' || first == '\n' || first == '\r' || first == '\t') {
            first = reader.read();
        }
        if (first >= 0) {
            reader.unread(first);
        }
        return reader;
    }

    private Reader decoded() throws IOException {
        InputStream in = bytes();
        Charset charset = Encoding.of(head());
        return charset.equals(StandardCharsets.UTF_8)
                ? new Utf8Reader(in)
                : new InputStreamReader(
                        in,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    /** The first {@link #PEEK_BYTES} bytes. */
    public byte[] head() throws IOException {
        try (InputStream in = bytes()) {
            return in.readNBytes(PEEK_BYTES);
        }
    }

    /** What {@link #head} holds, as text. */
    public String headText() throws IOException {
        byte[] head = head();
        String text = new String(head, Encoding.of(head));
        return text.isEmpty() || text.charAt(0) != BOM ? text : text.substring(1);
    }

    /** Identity of the whole file, whatever part of it is read. */
    public String hash() throws IOException {
        ContentId id = new ContentId();
        byte[] buffer = new byte[PEEK_BYTES];
        try (InputStream in = bytes(0)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                id.add(buffer, 0, read);
            }
        }
        return id.hex();
    }
}
