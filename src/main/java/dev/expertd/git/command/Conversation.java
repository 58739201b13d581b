package dev.expertd.git.command;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A git process that answers one question after the other, started with the first: a thousand commits cost two
 * processes and not a thousand. A process that dies over a question is started again for the next.
 */
final class Conversation implements AutoCloseable {
    private static final int ANSWER_SECONDS = 60;
    private static final int ERROR_LIMIT = 4096;
    private static final int LINE_LIMIT = 1 << 16;

    private final GitCommand git;
    private final String[] arguments;
    private @Nullable Partner partner;

    private record Partner(Process process, InputStream in, OutputStream out, Errors errors) {}

    /** Reads the answer to a question from a stream that is left where the next answer begins. */
    @FunctionalInterface
    interface Reading<T> {
        T read(InputStream answer) throws IOException;
    }

    Conversation(GitCommand git, String... arguments) {
        this.git = git;
        this.arguments = arguments.clone();
    }

    /** Throws {@link EOFException} if the process ended instead of answering. */
    <T> T ask(byte[] question, Reading<T> reading) throws IOException {
        Partner asked = partner();
        Watchdog watchdog = Watchdog.over(asked.process(), ANSWER_SECONDS);
        try {
            asked.out().write(question);
            asked.out().flush();
            return reading.read(asked.in());
        } catch (IOException e) {
            close();
            EOFException ended = new EOFException(
                    "git " + arguments[0] + " ended: " + asked.errors().text());
            ended.initCause(e);
            throw ended;
        } finally {
            watchdog.callOff();
        }
    }

    /** The bytes up to that one, which is taken and left out. */
    static byte[] until(int end, InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != end; b = in.read()) {
            if (b < 0 || line.size() > LINE_LIMIT) {
                throw new EOFException("no end of an answer");
            }
            line.write(b);
        }
        return line.toByteArray();
    }

    @Override
    public void close() {
        if (partner != null) {
            partner.process().destroyForcibly();
            partner = null;
        }
    }

    private Partner partner() throws IOException {
        if (partner == null) {
            Process process = git.start(arguments);
            partner = new Partner(
                    process,
                    new BufferedInputStream(process.getInputStream()),
                    process.getOutputStream(),
                    Errors.of(process, ERROR_LIMIT));
        }
        return partner;
    }
}
