package dev.expertd.trace.input;

import java.io.IOException;
import java.io.Reader;

/**
 * XML without its comments, and with attributes and CDATA sections cut at a length: a parser holds each of them as a whole
 * before it gives out anything, and some tests write a log of many megabytes there.
 */
public final class ShortXmlReader extends Reader {
    static final int LENGTH = 65_536;

    private static final int CHUNK = 8_192;
    private static final int ENTITY = 12;

    private enum State {
        TEXT,
        OPENED,
        DECLARED,
        TAG,
        ATTRIBUTE,
        CDATA,
        COMMENT
    }

    private final Reader in;
    private final char[] raw = new char[CHUNK];
    /** Of a chunk no more comes out than went in, but for the end of a section that was cut. */
    private final char[] ready = new char[CHUNK + 4];

    private int from;
    private int to;
    private State state = State.TEXT;
    private char quote;
    private int length;
    private int entity;
    private int closing;

    public ShortXmlReader(Reader in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int offset, int wanted) throws IOException {
        if (wanted == 0) {
            return 0;
        }
        while (from == to) {
            int count = in.read(raw, 0, CHUNK);
            if (count < 0) {
                return -1;
            }
            from = 0;
            to = 0;
            for (int i = 0; i < count; i++) {
                take(raw[i]);
            }
        }
        int count = Math.min(wanted, to - from);
        System.arraycopy(ready, from, target, offset, count);
        from += count;
        return count;
    }

    private void take(char c) {
        switch (state) {
            case ATTRIBUTE -> attribute(c);
            case CDATA -> section(c, ']');
            case COMMENT -> section(c, '-');
            default -> markup(c);
        }
    }

    private void markup(char c) {
        put(c);
        if (c == '<') {
            state = State.OPENED;
        } else if (state == State.OPENED) {
            state = c == '!' ? State.DECLARED : State.TAG;
        } else if (state == State.DECLARED) {
            begin(c == '[' ? State.CDATA : c == '-' ? State.COMMENT : State.TAG);
        } else if (state == State.TAG && (c == '"' || c == '\'')) {
            quote = c;
            begin(State.ATTRIBUTE);
        } else if (c == '>') {
            state = State.TEXT;
        }
    }

    private void begin(State next) {
        state = next;
        length = 0;
        entity = 0;
        closing = 0;
    }

    private void attribute(char c) {
        if (c == quote) {
            put(c);
            state = State.TAG;
            return;
        }
        length++;
        boolean whole = length <= LENGTH;
        if (whole || entity > 0 || length == LENGTH + 1 && Character.isLowSurrogate(c)) {
            put(c);
            entity = c == '&' && whole ? ENTITY : c == ';' ? 0 : Math.max(0, entity - 1);
        }
    }

    /** A section ends at two of its closing characters and a {@code >}; of a comment only its two ends are kept. */
    private void section(char c, char close) {
        boolean whole = state == State.CDATA ? length <= LENGTH : length == 0;
        length++;
        if (c == '>' && closing >= 2) {
            if (!whole) {
                put(close);
                put(close);
            }
            put(c);
            state = State.TEXT;
            return;
        }
        boolean first = state == State.COMMENT && length == 1;
        closing = c == close && !first ? closing + 1 : 0;
        if (whole || Character.isLowSurrogate(c) && length == LENGTH + 2) {
            put(c);
        }
    }

    private void put(char c) {
        ready[to++] = c;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
