package dev.expertd.curate;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a line says, without how it says it: its identifiers and its words by their stems. */
record Lesson(Set<String> identifiers, Set<String> words, boolean forbids) {
    private static final Pattern SUFFIX = Pattern.compile("\\s*\\((?:discovered|component|reason):.{0,200}\\)\\.?$");
    private static final Pattern CODE = Pattern.compile("`([^`]{1,200})`");
    private static final Pattern IDENTIFIER = Pattern.compile(
            "[A-Za-z_$][\\w$]{0,80}(?:_[\\w$]{1,80}|[a-z0-9][A-Z][\\w$]{0,80})|[\\w-]{1,80}\\.(?:py|js|ts|tsx|java|go|rs|yml|yaml|json|md|sh)\\b|[A-Z][A-Z0-9]{2,40}\\b");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,40}");
    private static final Pattern FORBIDS =
            Pattern.compile("(?i)\\b(?:don't|do not|never|avoid|must not|instead of|no longer|not supported|stop)\\b");
    private static final Set<String> COMMON = Set.of(
            ("the and for with that this from when not but are was were has have had its into than then too also only can"
                            + " cannot could should would must may will been being before after because since which what where"
                            + " does doesn don use used using instead fix fixed fixes issue error fails failed fail failing"
                            + " component discovered reason there their they them you your our one two all any each every both"
                            + " out off over under about via per etc")
                    .split(" "));

    static Lesson of(String line) {
        String text = SUFFIX.matcher(line).replaceFirst("");
        Set<String> identifiers = new HashSet<>();
        collect(CODE, text, identifiers);
        collect(IDENTIFIER, text, identifiers);
        Set<String> words = new HashSet<>();
        Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (word.find()) {
            if (!COMMON.contains(word.group())) {
                words.add(stem(word.group()));
            }
        }
        return new Lesson(identifiers, words, FORBIDS.matcher(text).find());
    }

    private static void collect(Pattern pattern, String text, Set<String> into) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String found = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
            into.add(found.replaceAll("\\(.*", "").toLowerCase(Locale.ROOT));
        }
    }

    /** Crude on purpose: two forms of one word must meet, and no two words of code may. */
    private static String stem(String word) {
        for (String ending : new String[] {"ations", "ation", "ings", "ing", "edly", "ed", "es", "s", "ly"}) {
            if (word.length() > ending.length() + 3 && word.endsWith(ending)) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    /** Shared words as a share of the shorter text's words, 0 to 1. */
    double overlap(Lesson other) {
        int smaller = Math.min(words.size(), other.words.size());
        if (smaller == 0) {
            return 0;
        }
        long shared = words.stream().filter(other.words::contains).count();
        return (double) shared / smaller;
    }

    boolean sharesIdentifier(Lesson other) {
        return identifiers.stream().anyMatch(other.identifiers::contains);
    }

    /** So many identifiers in common, as a share of the smaller set; 1 if neither has any. */
    double identifierOverlap(Lesson other) {
        int smaller = Math.min(identifiers.size(), other.identifiers.size());
        if (smaller == 0) {
            return identifiers.isEmpty() && other.identifiers.isEmpty() ? 1 : 0;
        }
        return (double) identifiers.stream().filter(other.identifiers::contains).count() / smaller;
    }
}
