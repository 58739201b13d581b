package dev.expertd.redact;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token that shows what it is by its own beginning.
 *
 * @param prefix at least two characters, as they are written
 * @param body what follows, by length and alphabet; what follows that is no part of the token
 * @param proof what the body must also be
 */
record TokenShape(String what, String prefix, Pattern body, Predicate<String> proof) {
    static final String ALNUM = "[A-Za-z0-9]";
    static final String URL_SAFE = "[A-Za-z0-9_-]";
    static final String HEX = "[0-9a-f]";

    private static final int JUDGED = 120;

    /** So many characters of an alphabet and not one more. */
    static String exactly(String alphabet, int count) {
        return alphabet + "{" + count + "}(?!" + alphabet + ")";
    }

    /** All that follow of an alphabet, if they are that many; tokens grow longer over the years, never shorter. */
    static String atLeast(String alphabet, int count) {
        return alphabet + "{" + count + ",}+";
    }

    /**
     * The same for a body that has a proof to stand: it is judged by its beginning, since one that fails is looked at
     * again further on.
     */
    static String some(String alphabet, int count) {
        return alphabet + "{" + count + "," + JUDGED + "}+";
    }

    /** Where the token that begins at {@code start} ends; -1 if none begins there. */
    int endOf(String text, int start) {
        if (!text.startsWith(prefix, start)) {
            return -1;
        }
        Matcher matcher = body.matcher(text).useTransparentBounds(true).region(start + prefix.length(), text.length());
        if (!matcher.lookingAt() || !proof.test(matcher.group())) {
            return -1;
        }
        int end = matcher.end();
        while (end - start > JUDGED && end < text.length() && isUnbroken(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isUnbroken(char c) {
        return Look.isLetter(c) || Look.isDigit(c) || c == '-' || c == '_';
    }
}
