package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Statement;
import dev.expertd.draft.delta.change.Tokens;
import java.util.Optional;

/** A {@code case} that came in. */
final class AddedCase implements AddedShape {
    @Override
    public Optional<Phrase> read(Statement statement, Scene scene) {
        Tokens tokens = Tokens.of(statement.text());
        if (!tokens.at(0).equals("case")) {
            return Optional.empty();
        }
        int end = tokens.at(tokens.size() - 1).equals(":") ? tokens.size() - 1 : tokens.size();
        return Quote.code(tokens.slice(1, end)).map(value -> Phrase.of(60, "case-added", "handle the case " + value));
    }
}
