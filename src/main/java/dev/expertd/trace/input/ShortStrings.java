package dev.expertd.trace.input;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/**
 * JSON on its way to a parser, its strings shortened: of a very long one the beginning and the end are left, so that a
 * parser never has to hold it. A backslash that begins no escape is doubled.
 */
final class ShortStrings extends Reader {
    private static final int BEGINNING = 128 << 10;
    private static final int END = 8 << 10;
    private static final int ESCAPE = 6;

    /** So many characters without a backslash before a place tell that it is not inside of an escape. */
    private static final int CLEAR = 2 * ESCAPE;

    private static final String CUT = "\\n...\\n";

    private final PushbackReader in;
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder last = new StringBuilder();
    private int given;
    private boolean inside;
    private int length;

    ShortStrings(Reader json) {
        this.in = new PushbackReader(json, ESCAPE);
    }

    @Override
    public int read(char[] buffer, int from, int count) throws IOException {
        int n = 0;
        while (n < count) {
            if (given < out.length()) {
                buffer[from + n++] = out.charAt(given++);
                continue;
            }
            out.setLength(0);
            given = 0;
            int next = in.read();
            if (next < 0) {
                break;
            }
            step((char) next);
        }
        return n == 0 && count > 0 ? -1 : n;
    }

    private void step(char c) throws IOException {
        if (!inside) {
            inside = c == '"';
            length = 0;
            out.append(c);
        } else if (c == '"') {
            inside = false;
            end();
            out.append(c);
        } else if (c == '\\') {
            escape();
        } else if (length < BEGINNING) {
            out.append(c);
            length++;
        } else {
            last.append(c);
            trim();
        }
    }

    private void escape() throws IOException {
        char[] ahead = new char[ESCAPE - 1];
        int read = 0;
        for (int more = 0; more >= 0 && read < ahead.length; more = in.read(ahead, read, ahead.length - read)) {
            read += more;
        }
        String escape = "\\" + new String(ahead, 0, read);
        boolean good = Backslashes.isGood(escape, 0);
        int taken = !good ? 0 : escape.charAt(1) == 'u' ? ESCAPE - 1 : 1;
        in.unread(ahead, taken, read - taken);
        keep(good ? escape.substring(0, taken + 1) : "\\\\");
    }

    /** One character or one escape, which is kept whole or not at all. */
    private void keep(CharSequence unit) {
        StringBuilder target = length < BEGINNING ? out : last;
        target.append(unit);
        length += unit.length();
        trim();
    }

    private void trim() {
        if (last.length() > 2 * END) {
            last.delete(0, last.length() - END);
        }
    }

    private void end() {
        if (last.length() == 0) {
            return;
        }
        int clear = 0;
        int start = Math.max(0, last.length() - END);
        while (start < last.length() && clear < CLEAR) {
            clear = last.charAt(start) == '\\' ? 0 : clear + 1;
            start++;
        }
        out.append(CUT).append(last, start, last.length());
        last.setLength(0);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
