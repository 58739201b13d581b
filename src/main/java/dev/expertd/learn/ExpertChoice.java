package dev.expertd.learn;

import dev.expertd.curate.route.Routing;
import dev.expertd.model.Draft;
import dev.expertd.model.ExpertView;
import java.util.List;
import java.util.Optional;

/**
 * To which expert each draft of an act goes: to the primary one, unless it names what belongs to the second alone.
 *
 * @param second one that is near enough to the primary
 */
record ExpertChoice(ExpertView primary, Optional<ExpertView> second) {
    static ExpertChoice only(ExpertView view) {
        return new ExpertChoice(view, Optional.empty());
    }

    /** Empty if nothing speaks for any expert. */
    static Optional<ExpertChoice> of(Routing routing, List<ExpertView> experts) {
        return routing.primary()
                .flatMap(expert -> view(expert.name(), experts))
                .map(primary ->
                        new ExpertChoice(primary, routing.second().flatMap(expert -> view(expert.name(), experts))));
    }

    private static Optional<ExpertView> view(String name, List<ExpertView> experts) {
        return experts.stream()
                .filter(view -> view.expert().name().equals(name))
                .findFirst();
    }

    ExpertView of(Draft draft) {
        return second.filter(view -> isOwnTo(view, draft)).orElse(primary);
    }

    private boolean isOwnTo(ExpertView other, Draft draft) {
        return draft.symbols().stream().anyMatch(symbol -> names(other, symbol))
                && draft.symbols().stream().noneMatch(symbol -> names(primary, symbol));
    }

    /** As a word of its own, since a short symbol is a part of many. */
    private static boolean names(ExpertView view, String symbol) {
        String text = view.text();
        for (int at = text.indexOf(symbol); at >= 0; at = text.indexOf(symbol, at + 1)) {
            int end = at + symbol.length();
            if ((at == 0 || !isPart(text.charAt(at - 1))) && (end == text.length() || !isPart(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
