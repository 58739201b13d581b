package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Syntax;
import java.util.Optional;
import java.util.Set;

/** A negation that came in or left. */
final class NegatedCheck implements SpotShape {
    private static final Set<String> NOT = Set.of("!", "not");

    @Override
    public Optional<Phrase> read(Spot spot) {
        if (spot.change().isInsertion() && NOT.contains(spot.newText())) {
            String operand = Syntax.operand(
                    spot.now(), spot.change().newTo(), spot.change().newTo() + 1);
            return Quote.code(operand).map(code -> Phrase.of(88, "negated", "negate the check " + code));
        }
        if (spot.change().isDeletion() && NOT.contains(spot.oldText())) {
            String operand = Syntax.operand(
                    spot.old(), spot.change().oldTo(), spot.change().oldTo() + 1);
            return Quote.code(operand).map(code -> Phrase.of(88, "negated", "drop the negation of " + code));
        }
        return Optional.empty();
    }
}
