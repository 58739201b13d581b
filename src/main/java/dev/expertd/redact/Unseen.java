package dev.expertd.redact;

import java.util.regex.Pattern;

/**
 * Characters that move a terminal's cursor, turn the direction of writing, or stand in a text without being seen: no
 * reader misses them, and a secret that holds one would not be known as one.
 */
final class Unseen {
    private static final Pattern ANSI = Pattern.compile(
            "\\x1b(?:\\[[0-9;:?]{0,40}[ -/]{0,4}[@-~]|\\][^\\x07\\x1b]{0,400}(?:\\x07|\\x1b\\\\)|[@-Z^_])");

    /** The first half of the characters from U+E0000 on, which repeat ASCII without being seen. */
    private static final char TAG = '\uDB40';

    private Unseen() {}

    static String removed(String text) {
        if (!isAnywhere(text)) {
            return text;
        }
        String plain = text.indexOf('\u001b') < 0 ? text : ANSI.matcher(text).replaceAll("");
        StringBuilder out = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            if (!isUnseen(plain.charAt(i))) {
                out.append(plain.charAt(i));
            } else if (plain.charAt(i) == TAG) {
                i++;
            }
        }
        return out.toString();
    }

    private static boolean isAnywhere(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnseen(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnseen(int c) {
        if (c < 0xA0) {
            return c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x0B || c >= 0x7F;
        }
        return c == 0xAD
                || c == 0x180E
                || c == 0x200B
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2060 && c <= 0x2069
                || c == 0xFEFF
                || c == TAG;
    }
}
