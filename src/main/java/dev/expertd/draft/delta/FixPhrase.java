package dev.expertd.draft.delta;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.SymbolChange;
import dev.expertd.draft.delta.failure.FailedTest;
import dev.expertd.draft.delta.shape.Catalogue;
import dev.expertd.draft.delta.shape.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a commit did, in one or two phrases, and where.
 *
 * @param symbol the one that the phrase is about
 * @param phrases all that the catalogue found in it, the best first; empty if none
 * @param main the best phrase, as it is written
 * @param second one more that adds something; empty if none does
 * @param helper a new function that carries the change; empty if none does
 */
record FixPhrase(SymbolChange symbol, List<Phrase> phrases, String main, String second, String helper) {
    private static final int TRIED = 4;
    private static final double SECOND_PRIORITY = 62;
    private static final int MOST_NAMES = 8;
    private static final int LONGEST_SECOND = 90;
    private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]{2,}");

    /** Of the likeliest symbol of which something can be said that is more than names; else of the likeliest. */
    static Optional<FixPhrase> of(List<SymbolChange> ranked, List<FailedTest> tests) {
        List<FixPhrase> found = new ArrayList<>();
        for (SymbolChange symbol : ranked.stream().limit(TRIED).toList()) {
            List<Phrase> phrases = Catalogue.read(symbol);
            if (!phrases.isEmpty()) {
                String helper = helper(symbol, ranked).orElse("");
                found.add(of(symbol, new Relevance(symbol, tests, helper).ranked(phrases), helper));
            }
        }
        Optional<FixPhrase> telling = found.stream()
                .filter(fix -> !fix.isVague() && !fix.symbol().isGone())
                .findFirst();
        return telling.or(() -> found.stream().findFirst()).or(() -> value(ranked));
    }

    private static Optional<FixPhrase> value(List<SymbolChange> ranked) {
        return ranked.stream()
                .filter(SymbolChange::isField)
                .findFirst()
                .map(field ->
                        new FixPhrase(field, List.of(), "change the value of " + Quote.name(field.name()), "", ""));
    }

    private static FixPhrase of(SymbolChange symbol, List<Phrase> phrases, String helper) {
        Phrase best = phrases.get(0);
        if (symbol.isGone()) {
            return new FixPhrase(symbol, phrases, "remove " + Quote.name(symbol.name()), "", "");
        }
        if (symbol.isNew()) {
            return new FixPhrase(symbol, phrases, added(symbol, phrases), "", "");
        }
        boolean weak = best.priority() < 66
                || best.shape().endsWith("-removed")
                || best.shape().equals("fallback")
                || best.shape().equals("signature");
        if (!helper.isEmpty() && weak && !names(best.text()).contains(helper)) {
            return new FixPhrase(symbol, phrases, "use the new " + Quote.name(helper), "", "");
        }
        String second = second(best, phrases);
        boolean named = helper.isEmpty() || names(best.text() + second).contains(helper);
        return new FixPhrase(symbol, phrases, best.text(), second, named ? "" : helper);
    }

    /** A function that came in whole: named, with what it returns or calls. */
    private static String added(SymbolChange symbol, List<Phrase> phrases) {
        return "add " + Quote.name(symbol.name())
                + phrases.stream()
                        .filter(phrase -> Set.of(
                                        "return-added", "call-added", "guard-return", "guard-throw", "null-guard")
                                .contains(phrase.shape()))
                        .findFirst()
                        .map(phrase -> ", to " + phrase.text().replaceFirst("^also ", ""))
                        .orElse("");
    }

    /** Another shape that names something more, without making a heap of names. */
    private static String second(Phrase best, List<Phrase> phrases) {
        Set<String> have = names(best.text());
        if (best.shape().equals("rework")) {
            return "";
        }
        for (Phrase phrase : phrases.subList(1, phrases.size())) {
            Set<String> more = names(phrase.text());
            more.removeAll(have);
            boolean fits = phrase.priority() >= SECOND_PRIORITY
                    && !more.isEmpty()
                    && have.size() + more.size() <= MOST_NAMES
                    && phrase.text().length() < LONGEST_SECOND
                    && !phrase.shape().equals(best.shape())
                    && !phrase.text().matches("(?:drop the check|no longer set).*|set `\\w+`");
            if (fits) {
                return phrase.text();
            }
        }
        return "";
    }

    private static Optional<String> helper(SymbolChange symbol, List<SymbolChange> ranked) {
        Set<String> used = new LinkedHashSet<>();
        symbol.added()
                .forEach(statement -> used.addAll(names("`" + statement.text().replace('`', ' ') + "`")));
        return ranked.stream()
                .limit(2L * TRIED)
                .filter(other -> other.isNew() && !other.name().equals(symbol.name()) && used.contains(other.name()))
                .map(SymbolChange::name)
                .findFirst();
    }

    /** Names inside back-quotes. */
    static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            Matcher name = NAME.matcher(quoted.group(1));
            while (name.find()) {
                names.add(name.group());
            }
        }
        return names;
    }

    boolean isRework() {
        return !phrases.isEmpty() && phrases.get(0).shape().equals("rework");
    }

    /** Whether only names could be told, not what was done with them. */
    boolean isVague() {
        return phrases.isEmpty()
                || Set.of("fallback", "signature").contains(phrases.get(0).shape());
    }

    /** From the fullest to the shortest; code is never cut. */
    List<String> versions() {
        boolean named = symbol.isField() && names(main).contains(symbol.name()) || symbol.isGone();
        String where = " in " + (named ? Place.around(symbol) : Place.of(symbol));
        String using = helper.isEmpty() ? "" : ", using the new " + Quote.name(helper);
        List<String> versions = new ArrayList<>();
        if (!second.isEmpty()) {
            versions.add(main + where + ", and " + second);
        }
        versions.add(main + where + using);
        if (!using.isEmpty()) {
            versions.add(main + where);
        }
        versions.add(main + " in " + Place.brief(symbol));
        return versions;
    }
}
