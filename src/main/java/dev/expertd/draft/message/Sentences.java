package dev.expertd.draft.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits prose into sentences; a full stop in brackets, in code or behind an abbreviation ends none. */
final class Sentences {
    private static final Pattern END = Pattern.compile("[.!?](?=\\s+[\"'`(A-Z_~\\d./-]|\\s*$)");
    private static final Pattern ABBREVIATION = Pattern.compile("(?i)\\b(?:e\\.g|i\\.e|etc|vs|cf|approx|al|mr|st)\\.$");

    private Sentences() {}

    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        Matcher matcher = END.matcher(text);
        while (matcher.find()) {
            String candidate = text.substring(start, matcher.end());
            boolean inside = count(candidate, '(') > count(candidate, ')') || count(candidate, '`') % 2 == 1;
            if (!inside && !ABBREVIATION.matcher(candidate).find()) {
                sentences.add(candidate.strip());
                start = matcher.end();
            }
        }
        if (!text.substring(start).isBlank() || sentences.isEmpty()) {
            sentences.add(text.substring(start).strip());
        }
        return sentences;
    }

    static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
