package dev.expertd.trace.input;

/**
 * Mends strings with backslashes that were written as they are, as old libtest does with the paths of Windows. In a
 * string with one bad escape the others that could be good are parts of the path as well: {@code src\new\lib.rs}.
 */
final class Backslashes {
    private static final int HEX = 4;

    private Backslashes() {}

    /** The JSON text with all backslashes doubled in those strings that hold a bad escape. */
    static String mended(String json) {
        StringBuilder mended = new StringBuilder(json.length() + 16);
        int at = 0;
        while (at < json.length()) {
            int open = json.indexOf('"', at);
            if (open < 0) {
                break;
            }
            int close = end(json, open + 1);
            mended.append(json, at, open + 1);
            append(mended, json, open + 1, close);
            at = close;
            if (close < json.length()) {
                mended.append('"');
                at++;
            }
        }
        return mended.append(json, Math.min(at, json.length()), json.length()).toString();
    }

    /** True if an escape that JSON knows stands at the backslash. */
    static boolean isGood(CharSequence text, int backslash) {
        if (backslash + 1 >= text.length()) {
            return false;
        }
        char next = text.charAt(backslash + 1);
        return next == 'u' ? isUnicode(text, backslash) : "\"\\/bfnrt".indexOf(next) >= 0;
    }

    private static boolean isUnicode(CharSequence text, int backslash) {
        for (int i = backslash + 2; i < backslash + 2 + HEX; i++) {
            if (i >= text.length() || Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int end(String json, int from) {
        int i = from;
        while (i < json.length() && json.charAt(i) != '"') {
            i += json.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, json.length());
    }

    private static void append(StringBuilder mended, String json, int from, int to) {
        boolean bad = false;
        for (int i = from; i < to; i++) {
            if (json.charAt(i) == '\\') {
                bad |= !isGood(json, i);
                i++;
            }
        }
        if (!bad) {
            mended.append(json, from, to);
            return;
        }
        for (int i = from; i < to; i++) {
            char c = json.charAt(i);
            char next = i + 1 < to ? json.charAt(i + 1) : 0;
            mended.append(c);
            if (c == '\\' && (next == '"' || next == '\\')) {
                mended.append(next);
                i++;
            } else if (c == '\\' && !(next == 'u' && isUnicode(json, i))) {
                mended.append('\\');
            }
        }
    }
}
