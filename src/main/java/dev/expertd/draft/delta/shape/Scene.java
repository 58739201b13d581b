package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Statement;
import dev.expertd.draft.delta.change.SymbolChange;
import dev.expertd.draft.delta.change.Tokens;
import dev.expertd.draft.delta.change.Words;
import dev.expertd.symbols.Language;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The change of one symbol, with what the shapes ask about the file around it. */
final class Scene {
    private final SymbolChange symbol;
    private final Map<String, Integer> known = new HashMap<>();
    private final Set<Statement> added;

    Scene(SymbolChange symbol) {
        this.symbol = symbol;
        added = new LinkedHashSet<>(symbol.added());
        Tokens.of(symbol.change().before().source().bare()).all().stream()
                .filter(token -> token.isName())
                .forEach(token -> known.merge(token.text(), 1, Integer::sum));
    }

    SymbolChange symbol() {
        return symbol;
    }

    Language language() {
        return symbol.change().language();
    }

    /** How the language calls nothing. */
    String nothing() {
        return switch (language()) {
            case PYTHON -> "None";
            case GO, RUBY -> "nil";
            default -> "null";
        };
    }

    boolean isAdded(Statement statement) {
        return added.contains(statement);
    }

    /** How often the file named this before the change. */
    int known(String name) {
        return known.getOrDefault(name, 0);
    }

    /** The names that tell most: no everyday ones, new to the file, made of several words. */
    List<String> rarest(Collection<String> names, int count) {
        return names.stream()
                .distinct()
                .sorted(Comparator.<String>comparingInt(name -> Words.isCommon(name) ? 1 : 0)
                        .thenComparingInt(this::known)
                        .thenComparingInt(name -> Words.isCompound(name) ? -name.length() : 0))
                .limit(count)
                .toList();
    }

    /** The first statement of the block that a statement opens, as the file has it now. */
    Optional<Statement> body(Statement opener) {
        List<Statement> statements = symbol.change().newStatements();
        int at = statements.indexOf(opener);
        if (at < 0 || at + 1 >= statements.size() || statements.get(at + 1).depth() <= opener.depth()) {
            return Optional.empty();
        }
        return Optional.of(statements.get(at + 1));
    }

    /** How many statements the block that a statement opens has. */
    int bodySize(Statement opener) {
        List<Statement> statements = symbol.change().newStatements();
        int at = statements.indexOf(opener);
        int end = at + 1;
        while (at >= 0 && end < statements.size() && statements.get(end).depth() > opener.depth()) {
            end++;
        }
        return end - at - 1;
    }

    /** The first statement of a plain {@code else} that was added for a condition. */
    Optional<Statement> alternative(Statement opener) {
        List<Statement> statements = symbol.change().newStatements();
        int at = statements.indexOf(opener);
        if (at < 0) {
            return Optional.empty();
        }
        int end = at + 1 + bodySize(opener);
        boolean other = end + 1 < statements.size()
                && statements.get(end).text().equals("else")
                && statements.get(end).depth() == opener.depth();
        return other ? Optional.of(statements.get(end + 1)) : Optional.empty();
    }
}
