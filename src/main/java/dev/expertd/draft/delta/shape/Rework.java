package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Statement;
import dev.expertd.draft.delta.change.SymbolChange;
import dev.expertd.draft.delta.change.TokenDiff;
import dev.expertd.draft.delta.change.Tokens;
import dev.expertd.draft.delta.change.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * So much changed that no detail can stand for it: named by what it uses now and what it used before. Measured on real repairs:
 * four statements and more before, more than twelve in all, less than three quarters alike.
 */
final class Rework {
    private static final int OLD = 4;
    private static final int ALL = 12;
    private static final double ALIKE = 0.75;
    private static final int KNOWN = 3;
    private static final int MOST = 200;

    static boolean is(SymbolChange symbol) {
        return symbol.removed().size() >= OLD
                && symbol.size() > ALL
                && TokenDiff.similarity(joined(symbol.removed()), joined(symbol.added())) < ALIKE;
    }

    static Optional<Phrase> phrase(SymbolChange symbol, Scene scene) {
        Set<String> old = names(symbol.removed());
        Set<String> now = names(symbol.added());
        Set<String> come = new LinkedHashSet<>(now);
        come.removeIf(name -> old.contains(name) || Words.isCommon(name) || scene.known(name) > KNOWN);
        Set<String> gone = new LinkedHashSet<>(old);
        gone.removeIf(name -> now.contains(name) || Words.isCommon(name));
        if (come.isEmpty()) {
            return Optional.empty();
        }
        String instead = gone.isEmpty() ? "" : " instead of " + Quote.all(scene.rarest(gone, 1));
        return Optional.of(
                Phrase.of(90, "rework", "rework the code to use " + Quote.all(scene.rarest(come, 2)) + instead));
    }

    private static Tokens joined(List<Statement> statements) {
        StringBuilder text = new StringBuilder();
        statements.stream()
                .limit(MOST)
                .forEach(statement -> text.append(statement.text()).append(" ; "));
        return Tokens.of(text.toString());
    }

    private static Set<String> names(List<Statement> statements) {
        Set<String> names = new LinkedHashSet<>();
        statements.stream()
                .limit(MOST)
                .forEach(statement -> names.addAll(Tokens.of(statement.text()).names()));
        return names;
    }

    private Rework() {}
}
