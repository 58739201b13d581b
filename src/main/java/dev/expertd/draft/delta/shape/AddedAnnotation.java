package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Statement;
import java.util.Optional;

/** An annotation or decorator that came in by itself. */
final class AddedAnnotation implements AddedShape {
    @Override
    public Optional<Phrase> read(Statement statement, Scene scene) {
        return statement.text().startsWith("@") && !statement.opens()
                ? Quote.code(statement.text().substring(1), Quote.ALONE)
                        .map(code -> Phrase.of(50, "annotation", "annotate it with `@" + code.substring(1)))
                : Optional.empty();
    }
}
