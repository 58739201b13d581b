package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.SymbolChange;
import dev.expertd.draft.delta.change.Syntax;
import dev.expertd.draft.delta.change.Tokens;
import java.util.List;
import java.util.Optional;

/** A statement that stands in another place now. It is the repair only where nothing else says more. */
final class MovedCode {
    private static final int LONGEST = 40;

    List<Phrase> read(SymbolChange symbol) {
        if (!symbol.isCallable()) {
            return List.of(); // without a symbol, the two places may have nothing to do with each other
        }
        return symbol.moved().stream()
                .flatMap(moved -> phrase(moved, symbol).stream())
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
        String code = Quote.code(tokens.text(), LONGEST)
                .or(() -> Syntax.callee(tokens).map(Quote::name))
                .orElse("");
        boolean alone = symbol.size() == 0;
        String where = deeper < 0
                ? " out of the block, so that it always runs"
                : deeper > 0 ? " into the block, so that it runs only there" : "";
        boolean up = moved.now().first() < moved.before().first();
        String order = deeper == 0 ? up ? " further up" : " further down" : "";
        return Optional.of(Phrase.of(deeper == 0 ? 69 : alone ? 80 : 77, "moved", "move " + code + where + order));
    }
}
