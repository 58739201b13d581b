package dev.expertd.redact;

/**
 * A text as the rules look at it.
 *
 * @param lower the same with the letters of ASCII in lower case, character for character
 */
record Scanned(String text, String lower) {
    static Scanned of(String text) {
        char[] chars = text.toCharArray();
        boolean changed = false;
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] >= 'A' && chars[i] <= 'Z') {
                chars[i] = (char) (chars[i] + 'a' - 'A');
                changed = true;
            }
        }
        return new Scanned(text, changed ? new String(chars) : text);
    }
}
