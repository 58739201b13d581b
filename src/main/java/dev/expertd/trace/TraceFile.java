package dev.expertd.trace;

import dev.expertd.io.Hash;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** One file of a trace: opened as often as needed, its content hashed by the way. */
final class TraceFile {
    static final int PEEK_BYTES = 64 * 1024;
    private static final int BOM = 0xFEFF;

    private final Path path;
    private final long offset;

    TraceFile(Path path) {
        this(path, 0);
    }

    private TraceFile(Path path, long offset) {
        this.path = path;
        this.offset = offset;
    }

    /** The same file, read from that byte on: console noise before a document is left out. */
    TraceFile from(long byteOffset) {
        return new TraceFile(path, byteOffset);
    }

    /** The raw bytes. */
    InputStream bytes() throws IOException {
        InputStream in = Files.newInputStream(path);
        in.skipNBytes(offset);
        return in;
    }

    /** The bytes without white space before the document, which XML forbids. */
    InputStream trimmed() throws IOException {
        PushbackInputStream in = new PushbackInputStream(new BufferedInputStream(bytes()), 1);
        int next = in.read();
        while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
            next = in.read();
        }
        if (next >= 0) {
            in.unread(next);
        }
        return in;
    }

    /** The text, with what is no text replaced, whatever its encoding. */
    Reader text() throws IOException {
        byte[] head = head();
        Charset charset = charset(head);
        InputStream in = bytes();
        PushbackReader reader = new PushbackReader(new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
        int first = reader.read();
        if (first >= 0 && first != BOM) {
            reader.unread(first);
        }
        return reader;
    }

    byte[] head() throws IOException {
        try (InputStream in = bytes()) {
            return in.readNBytes(PEEK_BYTES);
        }
    }

    /** Hash of the whole file, which is a run's identity. */
    String hash() throws IOException {
        MessageDigest digest = Hash.digest();
        byte[] buffer = new byte[PEEK_BYTES];
        try (InputStream in = Files.newInputStream(path)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static Charset charset(byte[] head) {
        if (head.length >= 2) {
            if (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF || head[0] == 0 && head[1] != 0) {
                return StandardCharsets.UTF_16BE;
            }
            if (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE || head[0] != 0 && head[1] == 0) {
                return StandardCharsets.UTF_16LE;
            }
        }
        return StandardCharsets.UTF_8;
    }
}
