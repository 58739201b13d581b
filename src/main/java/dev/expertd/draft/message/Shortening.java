package dev.expertd.draft.message;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts what is too long at the end of a clause, never inside code, brackets or quotes. */
final class Shortening {
    private static final Pattern BRACKET = Pattern.compile("\\s+\\([^()]{0,300}\\)");
    private static final List<Pattern> ENDS = List.of(
            Pattern.compile("(?<=\\D)\\.\\s"),
            Pattern.compile(";\\s"),
            Pattern.compile("\\s\u2014\\s"),
            Pattern.compile(",\\s+(?=(?:so|which|and|but|same|then|while|matching|like|\\w+ing)\\b)"),
            Pattern.compile("\\s(?=so\\s)"));
    private static final Pattern ADJUNCT = Pattern.compile(
            "\\s(?=(?:before|after|while|when|using|via|because|to|for|with|in|on|from|synchronously|explicitly|automatically|directly|properly)\\b)");
    private static final Pattern CONDITION =
            Pattern.compile("(?i)^(?:when|if|while|since|because|after|before|as|although|though|given|once)\\b");
    private static final int LEAST = 25;

    private Shortening() {}

    /** The text in at most {@code limit} characters; empty if it cannot be cut without harm. */
    static Optional<String> of(String text, int limit, boolean mayEndBeforeAdjunct) {
        if (text.length() <= limit) {
            return Optional.of(text);
        }
        String plain = BRACKET.matcher(text).replaceAll("");
        if (plain.length() <= limit) {
            return Optional.of(plain);
        }
        if (CONDITION.matcher(text).find()) {
            return Optional.empty();
        }
        for (Pattern end : ENDS) {
            Optional<String> cut = cut(plain, end, limit);
            if (cut.isPresent()) {
                return cut;
            }
        }
        return mayEndBeforeAdjunct ? cut(plain, ADJUNCT, limit) : Optional.empty();
    }

    private static Optional<String> cut(String text, Pattern end, int limit) {
        Matcher matcher = end.matcher(text);
        Optional<String> best = Optional.empty();
        while (matcher.find() && matcher.start() <= limit) {
            String head = text.substring(0, matcher.start());
            boolean balanced = Sentences.count(head, '`') % 2 == 0
                    && Sentences.count(head, '"') % 2 == 0
                    && Sentences.count(head, '(') == Sentences.count(head, ')');
            if (balanced && head.length() >= LEAST) {
                best = Optional.of(head);
            }
        }
        return best;
    }
}
