package dev.expertd.trace.input;

import java.util.Arrays;

/**
 * Lines that differ from the one before in two texts alone, one of which ends the line. A runner that tells what a test
 * prints writes most of its lines so, and then only these two are looked at:
 *
 * <pre>
 * {"Time":"2026-03-02T09:30:01Z","Action":"output","Package":"shop","Test":"TestA","Output":"=== RUN   TestA\n"}
 * {"Time":"2026-03-02T09:30:02Z","Action":"output","Package":"shop","Test":"TestA","Output":"    total is 5\n"}
 * </pre>
 *
 * What is no plain JSON of ASCII is left to a parser.
 */
public final class LikeLine {
    private static final int HELD = 2_048;
    private static final String END = "}\n";
    private static final int HEX = 4;

    /** Up to the first text, and then up to the last, quotes included. */
    private final byte[] same = new byte[HELD];

    private int start;
    private int middle;
    private boolean known;

    /** The next line will be like no other. */
    public void forget() {
        known = false;
    }

    /** Remembers the line that was just read to its end, if it ends with the last text. */
    public void learn(LineParser line, QuotedText first, QuotedText last) {
        start = first.from() + 1 - line.start();
        middle = last.from() + 1 - (first.to() - 1);
        known = first.length() > 0
                && last.length() > 0
                && first.to() <= last.from()
                && last.to() + 1 == line.place()
                && start + middle <= HELD;
        if (known) {
            System.arraycopy(line.bytes(), line.start(), same, 0, start);
            System.arraycopy(line.bytes(), first.to() - 1, same, start, middle);
        }
    }

    /** Reads both texts of the line that begins there. Returns where the next begins; the same place if it is not alike. */
    public int read(byte[] bytes, int from, int to, QuotedText first, QuotedText last) {
        int opening = from + start;
        if (!known || opening > to || !Arrays.equals(bytes, from, opening, same, 0, start)) {
            return from;
        }
        int closing = end(bytes, opening, to);
        int lastOpening = closing + middle;
        if (closing < 0
                || lastOpening > to
                || !Arrays.equals(bytes, closing, lastOpening, same, start, start + middle)) {
            return from;
        }
        int lastClosing = end(bytes, lastOpening, to);
        int next = lastClosing + 1 + END.length();
        if (lastClosing < 0 || next > to || bytes[next - 2] != '}' || bytes[next - 1] != '\n') {
            return from;
        }
        first.set(bytes, opening - 1, closing + 1);
        last.set(bytes, lastOpening - 1, lastClosing + 1);
        return next;
    }

    /** The closing quote of the text that begins there; -1 if the text is not plain. */
    private static int end(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            byte next = bytes[at];
            if (next == '"') {
                return at;
            } else if (next == '\\') {
                int length = escape(bytes, at, to);
                if (length < 0) {
                    return -1;
                }
                at += length;
            } else if (next < ' ') {
                return -1; // a control character, or what is no ASCII
            } else {
                at++;
            }
        }
        return -1;
    }

    /** The length of the escape; -1 if it is none. */
    private static int escape(byte[] bytes, int at, int to) {
        if (at + 2 + HEX > to) {
            return -1;
        }
        if (bytes[at + 1] != 'u') {
            return "\"\\/bfnrt".indexOf(bytes[at + 1]) < 0 ? -1 : 2;
        }
        for (int digit = at + 2; digit < at + 2 + HEX; digit++) {
            if (Character.digit(bytes[digit], 16) < 0) {
                return -1;
            }
        }
        return 2 + HEX;
    }
}
