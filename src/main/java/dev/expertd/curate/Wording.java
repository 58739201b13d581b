package dev.expertd.curate;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One way of saying something.
 *
 * @param hints in lower case; a text without any of them does not say it, so that most wordings cost a look for a word
 */
record Wording(Pattern pattern, List<String> hints) {
    static Wording of(String regex, String... hints) {
        return new Wording(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), List.of(hints));
    }

    boolean isIn(String text, String lower) {
        return hints.stream().anyMatch(lower::contains) && pattern.matcher(text).find();
    }
}
