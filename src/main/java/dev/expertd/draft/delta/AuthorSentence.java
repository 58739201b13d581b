package dev.expertd.draft.delta;

import dev.expertd.draft.delta.change.Statement;
import dev.expertd.draft.delta.change.SymbolChange;
import dev.expertd.draft.delta.failure.FailedTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentence of a commit's message that states symptom, cause or rule. One that shares no words with the change, the
 * test or the error is not believed: messages lie.
 */
final class AuthorSentence {
    private static final int LONGEST_MESSAGE = 8_000;
    private static final int MOST_SENTENCES = 14;
    private static final int SHORTEST = 18;
    private static final int LONGEST = 150;
    private static final double ENOUGH = 1.6;
    private static final Pattern TRAILER = Pattern.compile(
            "(?i)\\s*(?:git-svn-id|R=|DELTA=|Revision:|Created by MOE|MOE_|Signed-off|Co-authored|Reviewed|Change-Id|cc |BUG=|TBR=|https?://|-{3,}|Change on \\d).*");
    private static final Pattern CAUSE = Pattern.compile(
            "(?i)\\b(?:because|since|so that|instead of|should|shouldn't|when|if|was|were|cause[sd]?|due to|no longer|never|not|wrong"
                    + "|incorrect|missing|null|otherwise|avoid|broke|without|fail|throw|ignor|handle|support|only|don't|doesn't)\\b");
    private static final Pattern SAYS_NOTHING = Pattern.compile(
            "(?i)(?:applying|thanks|patch|reported|submitted|suggested|i |i'|unit tests?|add(?:ed|ing)? (?:a |some )?(?:unit |new )?tests?|update|bump|merge"
                    + "|typo|wip|refactor|reformat|clean ?up|minor|more|test cases?|rename|docs?\\b|release|changelog|version).*");
    private static final Pattern PREFIX = Pattern.compile("^[a-z]{2,12}(?:\\([^)]{0,40}\\))?!?:\\s+");
    private static final Pattern TICKET = Pattern.compile(
            "^\\[?[A-Z][A-Z0-9]{1,20}-\\d+]?[:\\s-]*|^#\\d+:?\\s*|<[^>]{1,160}>|\\s*\\(?#\\d+\\)?|\\b[A-Z]{3,20}-\\d+\\b");
    private static final Pattern CLOSES = Pattern.compile(
            "(?i)\\b(?:fix(?:es|ed)?|closes?|resolves?|see)\\s*(?:issue)?\\s*:?\\s*(?:#?\\d+|[A-Z]{1,20}-\\d+)\\b\\.?|,?\\s*\\b(?:fixes|closes|see)$");
    private static final Pattern LABEL =
            Pattern.compile("(?i)^(?:fix(?:ed|es)?|bug ?fix)\\s*[:-]\\s*|^\\[[^\\]]{1,30}]\\s*");
    private static final Pattern FIXES = Pattern.compile(
            "(?i)^fix(?:e[sd])?\\s+(?:the |an? )?(?:bug|issue|problem|regression)?\\s*(?:in|with|where|when)?\\s*");
    private static final Pattern CODE = Pattern.compile(
            "(?<![\\w`'./])[A-Za-z_$][\\w$]{0,60}(?:[.#][A-Za-z_$][\\w$]{0,60}){0,4}(?:\\([\\w, ]{0,40}\\))?(?![\\w`])");
    private static final Pattern LOOKS_LIKE_CODE =
            Pattern.compile(".*(?:[a-z][A-Z]|_\\w|\\w\\(\\)|[a-z]\\.[a-z]\\w*[A-Z(]).*|[a-z]\\w+\\.\\w+");
    private static final Pattern LETTERS = Pattern.compile("[a-z]{4,}");

    private final Set<String> evidence = new HashSet<>();

    AuthorSentence(SymbolChange symbol, List<FailedTest> tests) {
        know(symbol.change().file().path());
        know(symbol.name());
        symbol.added().stream().limit(100).map(Statement::text).forEach(this::know);
        symbol.removed().stream().limit(100).map(Statement::text).forEach(this::know);
        tests.stream().limit(3).forEach(test -> know(test.name() + " " + test.error() + " " + bounded(test.message())));
    }

    private void know(String text) {
        String split = text.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        for (String reading : List.of(split, text.toLowerCase(Locale.ROOT))) {
            Matcher matcher = LETTERS.matcher(reading);
            while (matcher.find()) {
                evidence.add(matcher.group());
            }
        }
    }

    /** Empty if the message says nothing of use. */
    Optional<String> find(String message) {
        String best = "";
        double bestScore = ENOUGH;
        List<String> sentences = sentences(bounded(message));
        for (int i = 0; i < Math.min(MOST_SENTENCES, sentences.size()); i++) {
            String sentence = stripped(sentences.get(i));
            if (sentence.length() < SHORTEST
                    || sentence.length() > LONGEST
                    || SAYS_NOTHING.matcher(sentence).matches()) {
                continue;
            }
            long known = known(sentence);
            double score = known * 0.7
                    + (CAUSE.matcher(sentence).find() ? 1.5 : 0)
                    - Math.max(0, sentence.length() - 100) / 40.0
                    - i * 0.25;
            if (known >= 2 && score > bestScore) {
                bestScore = score;
                best = sentence;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(marked(best));
    }

    private long known(String sentence) {
        Set<String> words = new HashSet<>();
        Matcher matcher = LETTERS.matcher(sentence.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words.stream()
                .filter(word -> evidence.contains(word)
                        || evidence.contains(word.replaceFirst("s$", ""))
                        || evidence.contains(word.replaceFirst("(?:ing|ed)$", "")))
                .count();
    }

    private static List<String> sentences(String message) {
        StringBuilder text = new StringBuilder();
        boolean first = true;
        for (String line : message.lines().toList()) {
            boolean merge = first && line.matches("Merge (?:pull request|branch).*");
            first = false;
            if (TRAILER.matcher(line).matches() || merge) {
                continue;
            }
            boolean item = line.matches("\\s*(?:[*-]|\\d+[.)])\\s+.*");
            text.append(line.isBlank() || item ? "\n" : " ")
                    .append(item ? line.replaceFirst("\\s*(?:[*-]|\\d+[.)])\\s+", "") : line.strip());
        }
        List<String> sentences = new ArrayList<>();
        for (String paragraph : text.toString().split("\n", -1)) {
            for (String sentence : paragraph.replaceAll("\\s+", " ").strip().split("(?<=[.!?])\\s+(?=[A-Z`])", -1)) {
                if (!sentence.isBlank()) {
                    sentences.add(sentence);
                }
            }
        }
        return sentences;
    }

    private static String stripped(String sentence) {
        if (sentence.length() > 2 * LONGEST) {
            return sentence;
        }
        String text = PREFIX.matcher(sentence).replaceFirst("");
        text = CLOSES.matcher(text).replaceAll("");
        text = TICKET.matcher(text).replaceAll("");
        text = LABEL.matcher(trimmed(text)).replaceFirst("");
        text = text.replace("`", "").replace('"', '\'').replaceAll(":\\s+", " - ");
        if (text.length() > 40) {
            text = FIXES.matcher(text).replaceFirst("");
        }
        text = text.replaceAll("\\(\\s+", "(").replaceAll("\\s+\\)", ")").replaceAll("\\s+", " ");
        return trimmed(text);
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && " .,-:;…".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && " .,-:;…".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Code goes in back-quotes; a capital begins the sentence. */
    private static String marked(String sentence) {
        Matcher matcher = CODE.matcher(sentence);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            boolean code = LOOKS_LIKE_CODE.matcher(matcher.group()).matches();
            matcher.appendReplacement(
                    text, Matcher.quoteReplacement(code ? "`" + matcher.group() + "`" : matcher.group()));
        }
        matcher.appendTail(text);
        return text.charAt(0) == '`' ? text.toString() : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String bounded(String text) {
        return text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) : text;
    }
}
