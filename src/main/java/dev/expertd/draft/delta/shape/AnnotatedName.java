package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Tokens;
import java.util.Optional;

/** An annotation that came before a parameter, a field or a type. */
final class AnnotatedName implements SpotShape {
    @Override
    public Optional<Phrase> read(Spot spot) {
        Tokens piece = Tokens.of(spot.newText());
        if (!spot.change().isInsertion() || !piece.at(0).equals("@") || !Quote.isBalanced(piece) || piece.size() < 2) {
            return Optional.empty();
        }
        String target = spot.now().at(spot.change().newTo() + 1);
        String what = target.matches("[A-Za-z_$][\\w$]*") ? Quote.name(target) : "it";
        return Quote.code(piece.slice(1, piece.size()))
                .map(code -> Phrase.of(76, "annotation", "annotate " + what + " with `@" + code.substring(1)));
    }
}
