package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Syntax;
import dev.expertd.draft.delta.change.Tokens;
import java.util.Optional;
import java.util.Set;

/** Another logical or arithmetic operator, or one more operand of such. */
final class ComputedOtherwise implements SpotShape {
    private static final Set<String> LOGICAL = Set.of("&&", "||", "and", "or");
    private static final Set<String> ARITHMETIC =
            Set.of("+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>", "//", "**", "+=", "-=", "++", "--");

    @Override
    public Optional<Phrase> read(Spot spot) {
        if (spot.isSingle()) {
            return replaced(spot, spot.oldToken().text(), spot.newToken().text());
        }
        Tokens piece = Tokens.of(spot.newText());
        boolean more = spot.change().isInsertion()
                && piece.size() > 1
                && piece.size() <= 8
                && (ARITHMETIC.contains(piece.at(0)) || ARITHMETIC.contains(piece.at(piece.size() - 1)));
        if (!more || new WholeStatement().read(spot.rewrite()).isPresent()) {
            return Optional.empty(); // old and new in full say it better
        }
        Optional<String> now = Quote.code(spot.newOperand(), Quote.ALONE);
        String target = Syntax.assignment(spot.now())
                .map(assignment -> " when computing " + Quote.name(assignment.target()))
                .orElse("");
        return now.map(code -> Phrase.of(83, "arithmetic", "use " + code + target))
                .or(() -> Quote.isBalanced(piece)
                        ? Optional.of(Phrase.of(80, "arithmetic", "add " + Quote.name(piece.text()) + target))
                        : Optional.empty());
    }

    private static Optional<Phrase> replaced(Spot spot, String old, String now) {
        if (LOGICAL.contains(old) && LOGICAL.contains(now)) {
            return Optional.of(Phrase.of(
                    93,
                    "operator",
                    "combine the conditions with " + Quote.name(now) + " instead of " + Quote.name(old)));
        }
        if (!ARITHMETIC.contains(old) || !ARITHMETIC.contains(now)) {
            return Optional.empty();
        }
        String come = Quote.code(spot.newOperand()).orElse(Quote.name(now));
        String gone = Quote.code(spot.oldOperand()).orElse(Quote.name(old));
        return Optional.of(Phrase.of(93, "operator", "use " + come + " instead of " + gone));
    }
}
