package dev.expertd.draft.message;

import java.util.regex.Pattern;

/** Small repairs of sentences. */
final class Prose {
    private static final Pattern DEPENDENT = Pattern.compile(
            "(?i)^(?:was|were|is|are|be|has|had|been|never|not|no|which|that|this|it|they|avoids?|works?|only|can|could|would|causing|\\w+ing|also|and|but|or|so|see|for|with|from|to|in|on|when|same|instead|now|use|uses)\\b");
    private static final Pattern PLAIN_WORD = Pattern.compile("^[a-z']+[,:]?$");
    private static final Pattern CAPITAL_WORD = Pattern.compile("^[A-Z][a-z']+$");

    private Prose() {}

    /** A reason that says who does what may stand in front; one that leans on its fix may not. */
    static boolean standsAlone(String reason) {
        return reason.split(" ", -1).length >= 4 && !DEPENDENT.matcher(reason).find();
    }

    static String capital(String text) {
        String first = text.split(" ", 2)[0];
        return PLAIN_WORD.matcher(first).matches() ? Character.toUpperCase(text.charAt(0)) + text.substring(1) : text;
    }

    static String small(String text) {
        String first = text.split(" ", 2)[0];
        return CAPITAL_WORD.matcher(first).matches() && first.length() > 1
                ? Character.toLowerCase(text.charAt(0)) + text.substring(1)
                : text;
    }

    static String trimmed(String text) {
        return text.replaceAll("\\s+", " ")
                .replaceAll("\\s+(?:\u2013|--)\\s+", " \u2014 ")
                .replaceAll("^[\\s;,\u2014:.-]+|[\\s;,\u2014:.]+$", "");
    }
}
