package dev.expertd.expertise;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What a file must be before anything is read into it. */
final class PlainText {
    private static final int MAX_BYTES = 4 << 20;
    private static final Pattern MARK_LINE = Pattern.compile("(?m)^(?:<{7}|\\|{7}|={7}|>{7})(?: .*)?\\R?");
    static final String CONFLICT = "holds conflict markers; resolve them first";

    private PlainText() {}

    static void check(byte[] bytes) throws ExpertiseException {
        if (bytes.length > MAX_BYTES) {
            throw new ExpertiseException("is larger than 4 MiB; split it");
        }
        for (byte value : bytes) {
            if (value == 0) {
                throw new ExpertiseException("is no UTF-8 text; save it as UTF-8");
            }
        }
        if (holdsConflict(bytes)) {
            throw new ExpertiseException(CONFLICT);
        }
    }

    /** Both sides of every conflict, one behind the other, for whoever only reads; other texts as they are. */
    static byte[] withoutMarks(byte[] bytes) {
        return holdsConflict(bytes)
                ? MARK_LINE
                        .matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                        .replaceAll("")
                        .getBytes(StandardCharsets.ISO_8859_1)
                : bytes;
    }

    static boolean holdsConflict(byte[] bytes) {
        boolean ours = false;
        boolean theirs = false;
        for (int i = 0; i < bytes.length; i++) {
            if (i == 0 || bytes[i - 1] == '\n') {
                ours |= isMark(bytes, i, '<');
                theirs |= isMark(bytes, i, '>');
            }
        }
        return ours && theirs;
    }

    private static boolean isMark(byte[] bytes, int at, char sign) {
        for (int i = 0; i < 7; i++) {
            if (at + i >= bytes.length || bytes[at + i] != sign) {
                return false;
            }
        }
        return at + 7 < bytes.length && bytes[at + 7] == ' ';
    }
}
