package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Statement;
import dev.expertd.draft.delta.change.Tokens;
import java.util.Optional;

/** A {@code throw} or {@code raise} that came in, its condition being older. */
final class ThrownError implements AddedShape {
    @Override
    public Optional<Phrase> read(Statement statement, Scene scene) {
        return Actions.throwsError(statement)
                ? Actions.error(Tokens.of(statement.text()))
                        .map(error -> Phrase.of(74, "throw-added", "throw " + Quote.name(error)))
                : Optional.empty();
    }
}
