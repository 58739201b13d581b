package dev.expertd.upkeep.drift;

import dev.expertd.upkeep.reference.Landmarks;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds stated results, the keys of what a function returns, that are others now. */
final class Results {
    private static final Pattern RETURN = Pattern.compile("\\breturn\\b[^\\n{]{0,40}\\{");
    private static final Pattern KEY = Pattern.compile("\\G\\s*(?:[\"'](\\w{2,60})[\"']|(\\w{2,60}))\\s*(?=[:,}])");
    private static final Pattern STATED = Pattern.compile("\\b[A-Za-z_]\\w{1,60}\\b");
    private static final Pattern SPEAKS = Pattern.compile("(?i)\\breturns?\\b|\\bresult\\b|\\bresponse\\b|->|\u2192");
    private static final int AGREED = 2;
    private static final int LONGEST = 4_000;

    private Results() {}

    static boolean mayState(Parts.Line line) {
        return SPEAKS.matcher(line.text()).find();
    }

    static Optional<Drift> drift(Parts.Line line, String symbol, List<CodeThen.Changed> files, CodeThen code) {
        Set<String> stated = new LinkedHashSet<>();
        Matcher words = STATED.matcher(line.text());
        while (words.find()) {
            stated.add(words.group());
        }
        List<Drift> found = new ArrayList<>();
        for (CodeThen.Changed file : files) {
            Set<String> then = keys(file.then(), symbol);
            Set<String> now = keys(file.now(), symbol);
            long agreed = then.stream().filter(stated::contains).count();
            if (now.isEmpty() || now.equals(then) || agreed < AGREED) {
                continue;
            }
            List<String> gone = then.stream()
                    .filter(key -> !now.contains(key) && stated.contains(key))
                    .toList();
            List<String> more = stated.containsAll(then)
                    ? now.stream()
                            .filter(key -> !then.contains(key) && !stated.contains(key))
                            .toList()
                    : List.of();
            if (!gone.isEmpty() || !more.isEmpty()) {
                String commit = code.firstCommit(
                        file.then().path(),
                        file.age(),
                        version -> !keys(version, symbol).equals(then));
                found.add(new Drift(
                        Drift.Kind.RESULT, line.part(), line.number(), symbol, words(symbol, gone, more), commit));
            }
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static String words(String symbol, List<String> gone, List<String> more) {
        String lost = gone.isEmpty() ? "" : "no longer returns `" + String.join("`, `", gone) + "`";
        String won = more.isEmpty() ? "" : "also returns `" + String.join("`, `", more) + "` now";
        return "`" + symbol + "()` " + lost + (lost.isEmpty() || won.isEmpty() ? "" : " and ") + won;
    }

    /** The keys of every map that the one function of that name returns as it is spelled out. */
    private static Set<String> keys(Landmarks code, String symbol) {
        List<Landmarks.Place> places = code.definitions(symbol).stream()
                .filter(Landmarks.Place::defined)
                .toList();
        Set<String> keys = new LinkedHashSet<>();
        if (places.size() == 1) {
            String body = code.uncommented(places.get(0));
            Matcher matcher = RETURN.matcher(body);
            while (matcher.find()) {
                addKeys(body, matcher.end() - 1, keys);
            }
        }
        return keys;
    }

    private static void addKeys(String text, int open, Set<String> keys) {
        Matcher key = KEY.matcher(text);
        int depth = 0;
        boolean expected = false;
        for (int i = open; i < Math.min(text.length(), open + LONGEST); i++) {
            char c = text.charAt(i);
            if (depth == 1 && expected && !Character.isWhitespace(c)) {
                if (key.region(i, text.length()).find()) {
                    String quoted = key.group(1);
                    keys.add(quoted == null ? key.group(2) : quoted);
                    i = key.end() - 1;
                    expected = false;
                    continue;
                }
                expected = false;
            }
            if (c == '"' || c == '\'') {
                int end = text.indexOf(c, i + 1);
                i = end < 0 ? i : end;
            } else if (c == '{' || c == '[' || c == '(') {
                depth++;
                expected = depth == 1;
            } else if (c == '}' || c == ']' || c == ')') {
                depth--;
                if (depth == 0) {
                    return;
                }
            } else if (c == ',' && depth == 1) {
                expected = true;
            }
        }
    }
}
