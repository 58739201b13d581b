package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Statement;
import dev.expertd.draft.delta.change.SymbolChange;
import dev.expertd.draft.delta.change.Token;
import dev.expertd.draft.delta.change.Tokens;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much of what a change added or took away a phrase names. */
final class Coverage {
    private static final double MOST_POINTS = 8;
    private static final int ENOUGH = 3;
    private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");

    private final Set<String> net = new HashSet<>();

    Coverage(SymbolChange symbol) {
        Map<String, Integer> counts = new HashMap<>();
        symbol.added().forEach(statement -> count(statement, 1, counts));
        symbol.removed().forEach(statement -> count(statement, -1, counts));
        counts.forEach((name, count) -> {
            if (count != 0) {
                net.add(name);
            }
        });
    }

    private static void count(Statement statement, int step, Map<String, Integer> counts) {
        for (Token token : Tokens.of(statement.text()).all()) {
            if (token.isName() && token.text().length() > 2) {
                counts.merge(token.text(), step, Integer::sum);
            }
        }
    }

    /** Up to 8 points for the share of the names that came or went which the phrase holds. */
    double points(Phrase phrase) {
        long named = quoted(phrase.text()).stream().filter(net::contains).count();
        return MOST_POINTS * Math.min(1, named / (double) Math.max(1, Math.min(ENOUGH, net.size())));
    }

    /** The names inside a phrase's back-quotes. */
    static Set<String> quoted(String text) {
        Set<String> names = new HashSet<>();
        Matcher matcher = QUOTED.matcher(text);
        while (matcher.find()) {
            Tokens.of(matcher.group(1)).all().stream()
                    .filter(Token::isWord)
                    .map(Token::text)
                    .forEach(names::add);
        }
        return names;
    }
}
