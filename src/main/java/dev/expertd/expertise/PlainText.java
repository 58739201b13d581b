package dev.expertd.expertise;

/** What a file must be before anything is read into it. */
final class PlainText {
    private static final int MAX_BYTES = 4 << 20;

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
            throw new ExpertiseException("holds conflict markers; resolve them first");
        }
    }

    private static boolean holdsConflict(byte[] bytes) {
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
