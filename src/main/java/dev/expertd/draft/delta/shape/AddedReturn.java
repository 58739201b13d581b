package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Statement;
import dev.expertd.draft.delta.change.Tokens;
import java.util.Optional;

/** A {@code return} that came in, its condition being older. */
final class AddedReturn implements AddedShape {
    @Override
    public Optional<Phrase> read(Statement statement, Scene scene) {
        Tokens tokens = Tokens.of(statement.text());
        return tokens.at(0).equals("return")
                ? Quote.code(tokens.slice(1, tokens.size()), Quote.ALONE)
                        .map(value -> Phrase.of(50, "return-added", "return " + value))
                : Optional.empty();
    }
}
