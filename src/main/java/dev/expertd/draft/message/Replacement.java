package dev.expertd.draft.message;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One thing put in the place of another, as the author words it. */
record Replacement(String old, String now) {
    private static final int WORDS = 9;
    private static final Pattern REPLACE =
            Pattern.compile("(?i)^(?:replace|swap|switch from)\\s+(.{1,90}?)\\s+(?:with|by|for|to)\\s+(.{2,160})$");
    private static final Pattern USE = Pattern.compile(
            "(?i)^(?:use|switch to|prefer)\\s+(.{1,90}?)\\s+(?:instead of|rather than|over)\\s+([^()]{1,90}?)(\\s+(?:so|to|because|when|for|in|\u2014)\\s.{1,160})?$");
    private static final Pattern JUDGEMENT = Pattern.compile(
            "(?i)^(?:the |an? )?(?:unsupported|broken|hanging|stale|invalid|deprecated|old|hardcoded) ");

    /** The replacement that an imperative tells of; empty if it tells of none. */
    static Optional<Replacement> in(String imperative) {
        Matcher replace = REPLACE.matcher(imperative);
        if (replace.matches() && isShort(replace.group(1))) {
            return Optional.of(new Replacement(unjudged(replace.group(1)), replace.group(2)));
        }
        Matcher use = USE.matcher(imperative);
        if (use.matches() && isShort(use.group(2))) {
            String rest = use.group(3) == null ? "" : use.group(3);
            return Optional.of(new Replacement(unjudged(use.group(2)), use.group(1) + rest));
        }
        return Optional.empty();
    }

    private static boolean isShort(String text) {
        return text.split(" ", -1).length <= WORDS;
    }

    private static String unjudged(String text) {
        return JUDGEMENT.matcher(text).replaceFirst("");
    }
}
