package dev.expertd.redact;

/** What a text looks like, character by character: the difference between a name that people gave and random bytes. */
final class Look {
    private Look() {}

    static boolean hasDigit(String text) {
        return hasOneBetween(text, '0', '9');
    }

    static boolean hasLetter(String text) {
        return hasOneBetween(text, 'a', 'z') || hasOneBetween(text, 'A', 'Z');
    }

    static boolean hasDigitAndLetter(String text) {
        return hasDigit(text) && hasLetter(text);
    }

    /** Digits, capitals and small letters: no word, no constant and no number is all of that. */
    static boolean isRandom(String text) {
        return hasDigit(text) && hasOneBetween(text, 'a', 'z') && hasOneBetween(text, 'A', 'Z');
    }

    /** How often letters turn to digits or digits to letters: once in {@code node20}, often in what was drawn by lot. */
    static int turns(String text) {
        int turns = 0;
        for (int i = 1; i < text.length(); i++) {
            char before = text.charAt(i - 1);
            char here = text.charAt(i);
            if (isDigit(before) && isLetter(here) || isLetter(before) && isDigit(here)) {
                turns++;
            }
        }
        return turns;
    }

    /** The same character all along, as in {@code ********}. */
    static boolean isOneCharacter(String text) {
        return text.chars().distinct().count() <= 1;
    }

    private static boolean hasOneBetween(String text, char first, char last) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= first && text.charAt(i) <= last) {
                return true;
            }
        }
        return false;
    }

    static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
