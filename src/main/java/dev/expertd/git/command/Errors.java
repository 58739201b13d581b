package dev.expertd.git.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** What a process says on standard error, drained beside it so that it never stands still; the beginning is kept. */
final class Errors {
    private final InputStream in;
    private final int limit;
    private final Thread thread;
    private volatile String text = "";

    private Errors(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
        this.thread = new Thread(this::drain, "git-errors");
        thread.setDaemon(true);
    }

    static Errors of(Process process, int limit) {
        Errors errors = new Errors(process.getErrorStream(), limit);
        errors.thread.start();
        return errors;
    }

    /** One line, once the process has ended. */
    String text() {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return text;
    }

    private void drain() {
        try (in) {
            text = new String(in.readNBytes(limit), StandardCharsets.UTF_8)
                    .strip()
                    .replaceAll("\\s*\\R\\s*", "; ");
            in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // the process was ended; what it said so far is all there is
        }
    }
}
