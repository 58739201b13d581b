package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Syntax;
import dev.expertd.draft.delta.change.Tokens;
import java.util.Optional;

/** An element that came into a list or a table written in place. */
final class AddedElement implements SpotShape {
    @Override
    public Optional<Phrase> read(Spot spot) {
        Tokens piece = Tokens.of(spot.newText());
        boolean leads = piece.at(0).equals(",");
        boolean trails = piece.at(piece.size() - 1).equals(",");
        if (!spot.change().isInsertion() || piece.size() < 2 || !leads && !trails || !inValue(spot)) {
            return Optional.empty();
        }
        String element = piece.slice(leads ? 1 : 0, leads ? piece.size() : piece.size() - 1);
        String where = Syntax.assignment(spot.now())
                .map(assignment -> " to " + Quote.name(assignment.target()))
                .orElse("");
        return Quote.code(element).map(code -> Phrase.of(82, "entry-added", "add " + code + where));
    }

    private static boolean inValue(Spot spot) {
        int depth = 0;
        for (int i = spot.change().newFrom() - 1; i >= 0; i--) {
            String token = spot.now().at(i);
            depth += ")]}".contains(token) ? 1 : "([{".contains(token) ? -1 : 0;
            if (depth < 0) {
                return token.equals("[") || token.equals("{");
            }
        }
        return false;
    }
}
