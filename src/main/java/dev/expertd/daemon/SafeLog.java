package dev.expertd.daemon;

import dev.expertd.redact.Redactor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What is logged goes through the redactor here, line by line, whoever wrote it: messages quote subjects, paths and
 * settings, and traces of exceptions quote messages.
 */
public final class SafeLog extends OutputStream {
    /** What has no end by then is written as it is so far. */
    private static final int LONGEST = 1 << 16;

    private final OutputStream log;
    private final Redactor redactor = new Redactor();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    public SafeLog(OutputStream log) {
        this.log = log;
    }

    @Override
    public synchronized void write(int b) throws IOException {
        line.write(b);
        if (b == '\n' || line.size() >= LONGEST) {
            writeLine();
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    /** An unfinished line waits for its end. */
    @Override
    public synchronized void flush() throws IOException {
        log.flush();
    }

    @Override
    public synchronized void close() throws IOException {
        writeLine();
        log.close();
    }

    private void writeLine() throws IOException {
        if (line.size() > 0) {
            byte[] safe = redactor.redact(line.toString(StandardCharsets.UTF_8))
                    .text()
                    .getBytes(StandardCharsets.UTF_8);
            line.reset();
            log.write(safe, 0, safe.length);
        }
    }
}
