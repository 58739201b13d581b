package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import java.util.Optional;
import java.util.Set;

/** A comparison by another operator: often a boundary. */
final class ComparedOtherwise implements SpotShape {
    private static final Set<String> BOUNDARIES = Set.of("<", ">", "<=", ">=");
    private static final Set<String> OPERATORS =
            Set.of("<", ">", "<=", ">=", "==", "!=", "===", "!==", "is", "in", "instanceof");

    @Override
    public Optional<Phrase> read(Spot spot) {
        if (!spot.isSingle()
                || !OPERATORS.contains(spot.oldToken().text())
                || !OPERATORS.contains(spot.newToken().text())) {
            return Optional.empty();
        }
        Optional<String> now = Quote.code(spot.newOperand(), Quote.ALONE);
        Optional<String> old = Quote.code(spot.oldOperand(), Quote.ALONE);
        if (now.isEmpty() || old.isEmpty()) {
            return Optional.of(Phrase.of(
                    88,
                    "operator",
                    "compare with " + Quote.name(spot.newToken().text()) + " instead of "
                            + Quote.name(spot.oldToken().text())));
        }
        Phrase phrase = Phrase.of(95, "operator", "compare " + now.get() + " instead of " + old.get());
        return Optional.of(
                BOUNDARIES.contains(spot.oldToken().text())
                        ? phrase.avoiding("write " + old.get() + ": the boundary is " + now.get())
                        : phrase);
    }
}
