package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Syntax;
import java.util.Optional;

/** The last resort: the names that came into a statement and left it. */
final class NamedChange implements RewriteShape {
    @Override
    public Optional<Phrase> read(Rewrite rewrite) {
        if (Syntax.assignment(rewrite.now()).isPresent()) {
            return Optional.empty(); // the shape of assignments has had its say
        }
        Names names = Names.of(rewrite);
        if (!names.come().isEmpty()) {
            return Optional.of(Phrase.of(50, "fallback", "use " + names.inWords()));
        }
        if (!names.gone().isEmpty()) {
            return Optional.of(Phrase.of(48, "fallback", "no longer use " + Quote.all(names.gone())));
        }
        return Syntax.called(rewrite.now())
                .map(call -> Phrase.of(44, "fallback", "change the arguments of " + Quote.name(call)));
    }
}
