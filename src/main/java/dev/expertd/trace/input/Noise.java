package dev.expertd.trace.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds where a document may begin behind lines that a console wrote into the same file. */
public final class Noise {
    /** Bytes that are searched. */
    private static final int SEARCHED = 8 << 20;

    private static final int CANDIDATES = 200;

    private Noise() {}

    /** The file from each line on that could begin a JSON or XML document, in order; never from its very beginning. */
    public static List<TraceFile> documents(TraceFile file) throws IOException {
        byte[] head;
        try (InputStream in = file.bytes()) {
            head = in.readNBytes(SEARCHED);
        }
        Charset charset = Encoding.of(head);
        int width = Encoding.isWide(charset) ? 2 : 1;
        int low = charset.equals(StandardCharsets.UTF_16BE) ? 1 : 0;
        List<TraceFile> found = new ArrayList<>();
        boolean lineStart = false;
        for (int i = 0; i + width <= head.length && found.size() < CANDIDATES; i += width) {
            char c = (char) (head[i + low] & 0xFF);
            if (lineStart && mayBegin(c, next(head, i + width, width, low))) {
                found.add(file.from(i));
            }
            lineStart = c == '\n' || lineStart && (c == ' ' || c == '\t');
        }
        return found;
    }

    /** The first character from there on that is no white space; 0 if there is none. */
    private static char next(byte[] bytes, int from, int width, int low) {
        for (int i = from; i + width <= bytes.length; i += width) {
            char c = (char) (bytes[i + low] & 0xFF);
            if (c > ' ') {
                return c;
            }
        }
        return 0;
    }

    /** A log line may well begin with a bracket; a document goes on like one. */
    private static boolean mayBegin(char first, char second) {
        return switch (first) {
            case '{' -> second == '"' || second == '}';
            case '[' -> second == '{' || second == ']';
            case '<' -> second == '?' || second == 't' || second == '!';
            default -> false;
        };
    }
}
