package dev.expertd.draft.delta;

import dev.expertd.draft.delta.change.SymbolChange;
import dev.expertd.draft.delta.failure.FailedTest;
import dev.expertd.draft.delta.shape.Phrase;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of several phrases speaks of the failure: one that names what the test or its message names tells more than
 * any other detail of the same change, and so does one that names the new function that carries it.
 */
final class Relevance {
    private static final double SHARED_WORD = 1.2;
    private static final double MOST_SHARED = 3.6;
    private static final double HELPER = 4;
    private static final int LONGEST_MESSAGE = 300;
    private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z]{2,}|[A-Z]{2,}(?![a-z])");
    private static final Set<String> EVERYDAY = Set.of(
            "test",
            "should",
            "the",
            "and",
            "for",
            "with",
            "java",
            "lang",
            "org",
            "com",
            "get",
            "set",
            "is",
            "not",
            "null",
            "expected",
            "but",
            "was",
            "instead",
            "error",
            "exception",
            "string",
            "object",
            "when",
            "value",
            "none",
            "true",
            "false",
            "self",
            "this",
            "new",
            "return",
            "name");

    private final Set<String> failure = new HashSet<>();
    private final String helper;

    Relevance(SymbolChange symbol, List<FailedTest> tests, String helper) {
        this.helper = helper;
        for (FailedTest test : tests.stream().limit(3).toList()) {
            String message = test.message();
            failure.addAll(words(test.name()));
            failure.addAll(words(message.substring(0, Math.min(LONGEST_MESSAGE, message.length()))));
        }
        failure.removeAll(words(symbol.name()));
        failure.removeAll(EVERYDAY);
    }

    List<Phrase> ranked(List<Phrase> phrases) {
        return phrases.stream()
                .sorted(Comparator.comparingDouble(this::weight).reversed())
                .toList();
    }

    private double weight(Phrase phrase) {
        Set<String> said = new HashSet<>();
        Set<String> names = FixPhrase.names(phrase.text());
        names.forEach(name -> said.addAll(words(name)));
        said.retainAll(failure);
        double carried = !helper.isEmpty() && names.contains(helper) ? HELPER : 0;
        return phrase.priority() + Math.min(MOST_SHARED, said.size() * SHARED_WORD) + carried;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group().toLowerCase(Locale.ROOT);
            if (word.length() > 2) {
                words.add(word);
            }
        }
        return words;
    }
}
