package dev.expertd.expertise;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bytes as lines: where each begins and ends, and how it ends. Nothing is decoded that has not to be, so that what is
 * not touched stays as it is, byte for byte.
 */
final class Lines {
    private final byte[] bytes;
    private final List<int[]> spans = new ArrayList<>();

    Lines(byte[] bytes) {
        this.bytes = bytes;
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                spans.add(new int[] {start, i + 1});
                start = i + 1;
            }
        }
        if (start < bytes.length) {
            spans.add(new int[] {start, bytes.length});
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
        return text(line).isBlank();
    }

    /** The whole line with its ending, as bytes. */
    byte[] raw(int line) {
        int[] span = spans.get(line);
        return Arrays.copyOfRange(bytes, span[0], span[1]);
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
}
