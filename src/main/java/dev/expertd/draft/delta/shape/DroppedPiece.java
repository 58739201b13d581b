package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Syntax;
import dev.expertd.draft.delta.change.Tokens;
import java.util.Optional;

/** Something that left an expression. */
final class DroppedPiece implements SpotShape {
    private static final int LONGEST = 36;

    @Override
    public Optional<Phrase> read(Spot spot) {
        if (!spot.change().isDeletion()) {
            return Optional.empty();
        }
        Tokens piece = Tokens.of(spot.oldText());
        Optional<String> call = Syntax.callee(piece);
        if (call.isPresent()) {
            return Optional.of(Phrase.of(76, "call-removed", "no longer call " + Quote.name(call.get())));
        }
        return piece.names().isEmpty()
                ? Optional.empty()
                : Quote.code(piece.text(), LONGEST).map(code -> Phrase.of(60, "delete-expr", "drop " + code));
    }
}
