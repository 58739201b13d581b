package dev.expertd.trace.input;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Gives up where a parser asks for more and more without finding anything: it would hold all of it in memory. */
public final class SteppedReader extends FilterReader {
    private static final int LENGTH = 1_048_576;

    private int length;

    public SteppedReader(Reader in) {
        super(in);
    }

    /** The parser found something. */
    public void step() {
        length = 0;
    }

    @Override
    public int read(char[] target, int offset, int wanted) throws IOException {
        if (length > LENGTH) {
            throw new IOException("something in there is very long");
        }
        int count = super.read(target, offset, wanted);
        length += Math.max(0, count);
        return count;
    }
}
