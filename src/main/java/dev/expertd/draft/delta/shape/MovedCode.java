package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Statement;
import dev.expertd.draft.delta.change.SymbolChange;
import dev.expertd.draft.delta.change.Syntax;
import dev.expertd.draft.delta.change.Tokens;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A statement that stands in another place now. It is the repair only where nothing else says more. */
final class MovedCode {
    private static final int LONGEST = 40;

    private MovedCode() {}

    static List<Phrase> read(SymbolChange symbol) {
        if (!symbol.isCallable()) {
            return List.of(); // without a symbol, the two places may have nothing to do with each other
        }
        return symbol.moved().stream()
                .flatMap(moved -> phrase(moved, symbol).stream())
                .sorted(Comparator.comparingDouble(Phrase::priority).reversed())
                .limit(1)
                .toList();
    }

    private static Optional<Phrase> phrase(SymbolChange.Moved moved, SymbolChange symbol) {
        Tokens tokens = Tokens.of(moved.now().text());
        if (Syntax.isCondition(tokens)
                || moved.now().opens()
                || Syntax.callee(tokens).isEmpty()) {
            return Optional.empty();
        }
        int deeper = moved.now().depth() - moved.before().depth();
        String move = "move "
                + Quote.code(tokens.text(), LONGEST)
                        .or(() -> Syntax.called(tokens).map(Quote::name))
                        .orElse("");
        if (deeper < 0 && isOutermost(moved.now(), symbol)) {
            return Optional.of(Phrase.of(78, "moved", move + " out of the block, so that it always runs"));
        }
        if (deeper > 0) {
            double priority = symbol.size() == 0 ? 80 : 74;
            return Optional.of(Phrase.of(priority, "moved", move + " into the block, so that it runs only there"));
        }
        boolean up = moved.now().first() < moved.before().first();
        return Optional.of(Phrase.of(67, "moved", move + (up ? " further up" : " further down")));
    }

    /** In no block but the function's own. */
    private static boolean isOutermost(Statement statement, SymbolChange symbol) {
        int first = symbol.definition().map(definition -> definition.first()).orElse(0);
        return symbol.change().newStatements().stream()
                        .filter(inside ->
                                inside.first() >= first && inside.first() <= statement.first() && !inside.opens())
                        .mapToInt(Statement::depth)
                        .min()
                        .orElse(-1)
                == statement.depth();
    }
}
