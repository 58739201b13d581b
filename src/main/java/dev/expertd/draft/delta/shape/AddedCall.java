package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Statement;
import dev.expertd.draft.delta.change.Syntax;
import dev.expertd.draft.delta.change.Tokens;
import java.util.Optional;

/** A call that came in. */
final class AddedCall implements AddedShape {
    @Override
    public Optional<Phrase> read(Statement statement, Scene scene) {
        Tokens tokens = Tokens.of(statement.text());
        if (statement.opens() || Syntax.isCondition(tokens)) {
            return Optional.empty();
        }
        return Syntax.callee(tokens)
                .map(call -> Phrase.of(
                        68,
                        "call-added",
                        "also call " + Quote.code(tokens.text()).orElse(Quote.name(call))));
    }
}
