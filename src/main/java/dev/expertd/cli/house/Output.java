package dev.expertd.cli.house;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/**
 * The standard output, which remembers why it could not be written to: a print stream only says that something failed,
 * and a reader who has had enough is no failure.
 */
public final class Output extends FilterOutputStream {
    private static final int BUFFER = 8192;

    private Optional<String> problem = Optional.empty();

    public Output(OutputStream to) {
        super(to);
    }

    /** To print to; lines are written as they end. */
    public PrintStream printing() {
        String charset = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
        return new PrintStream(
                new BufferedOutputStream(this, BUFFER),
                true,
                charset == null ? Charset.forName(System.getProperty("native.encoding")) : Charset.forName(charset));
    }

    /** Why something that was printed is lost; empty if nothing is, or nobody wants it. */
    public Optional<String> problem() {
        return problem.filter(words -> !words.toLowerCase(Locale.ROOT).contains("broken pipe"));
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            problem = problem.or(() -> Optional.of(String.valueOf(e.getMessage())));
            throw e;
        }
    }
}
