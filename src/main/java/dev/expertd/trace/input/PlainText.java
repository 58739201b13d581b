package dev.expertd.trace.input;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text of a JSON string of nothing but ASCII, where without the optimising compiler every further look at a character
 * counts: whole stretches are copied, as bytes, and its escapes resolved on the way.
 */
final class PlainText {
    private static final int HEX = 4;

    private byte[] resolved = new byte[256];
    private int length;
    private String text = "";

    /** The text that was read last. */
    String text() {
        return text;
    }

    /** Reads the string up to its closing quote. Returns the place behind that, -1 if the string is not that plain. */
    int read(byte[] bytes, int from, int to) {
        length = 0;
        int start = from;
        int at = from;
        while (at < to) {
            byte next = bytes[at];
            if (next == '"') {
                text = end(bytes, start, at);
                return at + 1;
            } else if (next == '\\') {
                keep(bytes, start, at);
                boolean unicode = at + 1 < to && bytes[at + 1] == 'u';
                int meant = at + 1 >= to ? -1 : unicode ? unicode(bytes, at + 2, to) : escaped(bytes[at + 1]);
                if (meant < 0) {
                    return -1;
                }
                resolved[length++] = (byte) meant;
                at += unicode ? 2 + HEX : 2;
                start = at;
            } else if (next < ' ') {
                return -1; // a control character, or what is no ASCII
            } else {
                at++;
            }
        }
        return -1;
    }

    /** The text of a string, quotes included, that a parser came past, plain or not. */
    String decoded(byte[] bytes, int from, int count) {
        if (read(bytes, from + 1, from + count) >= 0) {
            return text;
        }
        try (JsonParser json = Json.bytes(bytes, from, count)) {
            json.nextToken();
            return json.getText();
        } catch (IOException e) {
            return ""; // no parser would have come past it
        }
    }

    private String end(byte[] bytes, int from, int to) {
        if (length == 0) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        keep(bytes, from, to);
        return new String(resolved, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** Keeps a stretch, and room for one character more. */
    private void keep(byte[] bytes, int from, int to) {
        int count = to - from;
        if (length + count >= resolved.length) {
            resolved = Arrays.copyOf(resolved, 2 * (length + count));
        }
        System.arraycopy(bytes, from, resolved, length, count);
        length += count;
    }

    private static int escaped(byte letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case '"', '\\', '/' -> letter;
            default -> -1;
        };
    }

    private static int unicode(byte[] bytes, int from, int to) {
        if (from + HEX > to) {
            return -1;
        }
        int value = 0;
        for (int at = from; at < from + HEX; at++) {
            int digit = Character.digit(bytes[at], 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value < 0x80 ? value : -1;
    }
}
