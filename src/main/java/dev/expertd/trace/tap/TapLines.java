package dev.expertd.trace.tap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a text, each cut at a length, so that a file of one line takes no more room than any other. */
final class TapLines implements AutoCloseable {
    static final int LENGTH = 4_096;

    private final BufferedReader in;

    TapLines(Reader in) {
        this.in = new BufferedReader(in);
    }

    /** The next line without its end; null behind the last. */
    @Nullable
    String next() throws IOException {
        int c = in.read();
        if (c < 0) {
            return null;
        }
        StringBuilder line = new StringBuilder();
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.length() < LENGTH) {
                line.append((char) c);
            }
        }
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
