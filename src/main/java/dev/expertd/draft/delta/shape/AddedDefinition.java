package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Statement;
import dev.expertd.symbols.Definition;
import java.util.Optional;

/** The head of a function or type that came in. */
final class AddedDefinition implements AddedShape {
    @Override
    public Optional<Phrase> read(Statement statement, Scene scene) {
        return statement.opens()
                ? scene.symbol()
                        .definition()
                        .filter(definition -> scene.symbol().isNew() && definition.kind() != Definition.Kind.FIELD)
                        .filter(definition -> statement.text().contains(definition.name()))
                        .map(definition -> Phrase.of(52, "new-method", "add " + Quote.name(definition.name())))
                : Optional.empty();
    }
}
