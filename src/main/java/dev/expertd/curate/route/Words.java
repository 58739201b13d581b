package dev.expertd.curate.route;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of a text, in lower case: those that letters, digits and underscores make, and their parts. */
final class Words {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;
    private static final int MOST = 50_000;

    private Words() {}

    /** Is given each word. */
    private interface Sink {
        void word(String word);
    }

    static Map<String, Integer> counted(String text) {
        Map<String, Integer> counts = new HashMap<>();
        each(text, word -> {
            if (counts.size() < MOST) {
                counts.merge(word, 1, Integer::sum);
            }
        });
        return counts;
    }

    static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        each(text, words::add);
        return words;
    }

    private static void each(String text, Sink sink) {
        int at = 0;
        while (at < text.length()) {
            int start = at;
            while (at < text.length() && isPart(text.charAt(at))) {
                at++;
            }
            if (at > start) {
                parts(text.substring(start, at), sink);
            }
            at++;
        }
    }

    private static void parts(String whole, Sink sink) {
        give(whole, sink);
        int start = 0;
        for (int i = 1; i <= whole.length(); i++) {
            if (i == whole.length() || isBreak(whole.charAt(i - 1), whole.charAt(i))) {
                if (i - start < whole.length()) {
                    give(whole.substring(start, i).replace("_", ""), sink);
                }
                start = i;
            }
        }
    }

    private static boolean isBreak(char before, char after) {
        return after == '_' || (Character.isLowerCase(before) && Character.isUpperCase(after));
    }

    private static void give(String word, Sink sink) {
        if (word.length() >= SHORTEST
                && word.length() <= LONGEST
                && !word.chars().allMatch(Character::isDigit)) {
            sink.word(word.toLowerCase(Locale.ROOT));
        }
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
