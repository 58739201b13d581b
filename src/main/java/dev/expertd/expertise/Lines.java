package dev.expertd.expertise;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bytes as lines: where each begins and ends, and how it ends. Nothing is decoded that has not to be, so that what is
 * not touched stays as it is, byte for byte. A byte order mark belongs to no line.
 */
final class Lines {
    private final byte[] bytes;
    private final int start;
    private final List<int[]> spans = new ArrayList<>();

    Lines(byte[] bytes) {
        this.bytes = bytes;
        this.start = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        int from = start;
        for (int i = start; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                spans.add(new int[] {from, i + 1});
                from = i + 1;
            }
        }
        if (from < bytes.length) {
            spans.add(new int[] {from, bytes.length});
        }
    }

    int count() {
        return spans.size();
    }

    /** The line's text without its ending. */
    String text(int line) {
        int[] span = spans.get(line);
        int end = span[1] - ending(line).length();
        return new String(bytes, span[0], end - span[0], StandardCharsets.UTF_8);
    }

    /** The line's ending: LF, CRLF, or nothing at the end of the file. */
    String ending(int line) {
        int[] span = spans.get(line);
        boolean lf = span[1] > span[0] && bytes[span[1] - 1] == '\n';
        boolean cr = lf && span[1] - 1 > span[0] && bytes[span[1] - 2] == '\r';
        return cr ? "\r\n" : lf ? "\n" : "";
    }

    boolean isBlank(int line) {
        int[] span = spans.get(line);
        for (int i = span[0]; i < span[1]; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r' && bytes[i] != '\n') {
                return false;
            }
        }
        return true;
    }

    /** The whole line with its ending, as bytes. */
    byte[] raw(int line) {
        int[] span = spans.get(line);
        return Arrays.copyOfRange(bytes, span[0], span[1]);
    }

    boolean hasBom() {
        return start > 0;
    }

    /** What follows a line, decoded byte by byte, so that positions in it count bytes. */
    String from(int line) {
        int from = line < count() ? spans.get(line)[0] : bytes.length;
        return new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
    }

    /** The whole text, decoded. */
    String text() {
        return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    }

    /** The ending that most lines have; LF for a file without any. */
    String usualEnding() {
        int crlf = 0;
        int lf = 0;
        for (int i = 0; i < count(); i++) {
            String ending = ending(i);
            crlf += ending.equals("\r\n") ? 1 : 0;
            lf += ending.equals("\n") ? 1 : 0;
        }
        return crlf > lf ? "\r\n" : "\n";
    }

    /** The bytes with lines added behind a line, with its ending; behind -1 is the beginning. */
    byte[] with(int line, List<String> added) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 400);
        int at = line < 0 ? start : spans.get(line)[1];
        out.write(bytes, 0, at);
        boolean open = line >= 0 && ending(line).isEmpty();
        String own = line < 0 || open ? usualEnding() : ending(line);
        for (String text : added) {
            out.writeBytes((open ? own + text : text + own).getBytes(StandardCharsets.UTF_8));
        }
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    /** The bytes without some lines. If the file has no newline at its end, it has none afterwards. */
    byte[] without(int first, int last) {
        int from = spans.get(first)[0];
        int to = spans.get(last)[1];
        if (last == count() - 1 && ending(last).isEmpty() && first > 0) {
            from -= ending(first - 1).length();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, from);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    /** The bytes with another text on a line, which keeps its ending. */
    byte[] replaced(int line, String text) {
        int[] span = spans.get(line);
        int end = span[1] - ending(line).length();
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 20);
        out.write(bytes, 0, span[0]);
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        out.write(bytes, end, bytes.length - end);
        return out.toByteArray();
    }
}
