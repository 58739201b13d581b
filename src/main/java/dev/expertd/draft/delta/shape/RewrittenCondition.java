package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Syntax;
import java.util.Optional;

/** A condition that changed too much for its old form to be told. */
final class RewrittenCondition implements RewriteShape {
    @Override
    public Optional<Phrase> read(Rewrite rewrite) {
        Optional<String> condition = Syntax.condition(rewrite.now());
        if (condition.isEmpty() || !Syntax.isCondition(rewrite.old())) {
            return Optional.empty();
        }
        Names names = Names.of(rewrite);
        return Quote.code(condition.get(), Quote.ALONE)
                .map(code -> Phrase.of(76, "condition", "check " + code))
                .or(() -> names.come().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Phrase.of(
                                66,
                                "condition",
                                "check " + names.inWords() + (names.gone().isEmpty() ? " as well" : ""))));
    }
}
