package dev.expertd.curate.route;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an expertise file speaks of: the paths that it names and the words it uses. Depends on its text alone.
 *
 * @param named path or end of a path, as written, and the weight of the places where it stands; a folder of a single
 *     segment keeps the slash behind it
 * @param globs the same of paths with {@code *}
 * @param words how often each word occurs
 * @param length how many words there are
 */
record Territory(Map<String, Double> named, Map<String, Double> globs, Map<String, Integer> words, int length) {
    private static final int MOST_NAMED = 20_000;
    private static final int MOST_GLOBS = 200;
    private static final double SOURCES = 3;
    private static final double HEADING = 2;
    private static final double LISTED = 1;
    private static final double IN_PROSE = 0.7;

    /** A line that says what the file is made from or about. */
    private static final Pattern SOURCES_LINE = Pattern.compile(
            "^[\\s>#*|-]{0,20}(?:sources?|(?:key |source |primary |core )?(?:files?|paths?|folders?|director(?:y|ies))"
                    + "|owns|scope)\\*{0,2}\\s{0,3}:.*",
            Pattern.CASE_INSENSITIVE);

    Territory {
        named = Collections.unmodifiableMap(named);
        globs = Collections.unmodifiableMap(globs);
        words = Collections.unmodifiableMap(words);
    }

    static Territory of(String text) {
        Map<String, Double> named = new HashMap<>();
        Map<String, Double> globs = new HashMap<>();
        boolean fenced = false;
        DrawnTree tree = new DrawnTree();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String start = line.stripLeading();
            if (start.startsWith("```") || start.startsWith("~~~")) {
                fenced = !fenced;
                tree = new DrawnTree();
                continue;
            }
            double weight = weight(line, start, fenced);
            for (String token : PathTokens.in(fenced ? tree.complete(line) : line)) {
                Map<String, Double> kind = token.indexOf('*') >= 0 ? globs : named;
                if (kind.size() < (kind == named ? MOST_NAMED : MOST_GLOBS)) {
                    kind.merge(withoutSlash(token), weight, Double::sum);
                }
            }
        }
        Map<String, Integer> words = Words.counted(text);
        return new Territory(
                named,
                globs,
                words,
                words.values().stream().mapToInt(Integer::intValue).sum());
    }

    private static double weight(String line, String start, boolean fenced) {
        if (SOURCES_LINE.matcher(line).matches()) {
            return SOURCES;
        }
        if (fenced || start.startsWith("|")) {
            return LISTED;
        }
        return start.startsWith("#") ? HEADING : IN_PROSE;
    }

    private static String withoutSlash(String token) {
        return token.endsWith("/") && token.indexOf('/') < token.length() - 1
                ? token.substring(0, token.length() - 1)
                : token;
    }
}
