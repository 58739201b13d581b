package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Tokens;
import java.util.Optional;
import java.util.Set;

/** An operand that came into a condition, or left it; one that only moved to another condition is neither. */
final class ExtendedCondition implements SpotShape {
    private static final Set<String> AND = Set.of("&&", "and");
    private static final Set<String> OR = Set.of("||", "or");

    @Override
    public Optional<Phrase> read(Spot spot) {
        boolean came = spot.change().isInsertion();
        if (!came && !spot.change().isDeletion()) {
            return Optional.empty();
        }
        Tokens piece = Tokens.of(came ? spot.newText() : spot.oldText());
        int last = piece.size() - 1;
        boolean leads = AND.contains(piece.at(0)) || OR.contains(piece.at(0));
        boolean trails = AND.contains(piece.at(last)) || OR.contains(piece.at(last));
        if (last < 1 || leads == trails) {
            return Optional.empty();
        }
        String operator = leads ? piece.at(0) : piece.at(last);
        String operand = unopened(leads ? piece.slice(1, last + 1) : piece.slice(0, last));
        boolean moved = came ? spot.cameFromElsewhere(operand) : spot.wentElsewhere(operand);
        if (moved) {
            return Optional.empty();
        }
        if (!spot.inCondition()) {
            Optional<Phrase> whole = new WholeStatement().read(spot.rewrite());
            if (whole.isPresent()) {
                return whole; // an operand of a value is no condition
            }
        }
        String code = Quote.code(operand, Quote.ALONE).orElseGet(() -> Conditions.inWords(operand, spot.scene()));
        boolean stricter = AND.contains(operator) == came;
        String verb = AND.contains(operator) ? "require " : "accept ";
        return Optional.of(Phrase.of(
                came ? 89 : 87,
                stricter ? "cond-stricter" : "cond-looser",
                came ? extended(spot, code, AND.contains(operator)) : "no longer " + verb + code));
    }

    /** Of a condition that leaves the function, it is clearer what happens than what the condition accepts. */
    private static String extended(Spot spot, String code, boolean and) {
        Optional<String> action = spot.inCondition()
                ? spot.scene()
                        .body(spot.rewrite().after())
                        .filter(Actions::leaves)
                        .flatMap(body -> Actions.inWords(body, 24))
                : Optional.empty();
        if (action.isEmpty()) {
            return (and ? "also require " : "also accept ") + code;
        }
        return and ? action.get() + " only when " + code + " too" : "also " + action.get() + " when " + code;
    }

    /** Without a bracket at either end whose partner stands outside of the piece. */
    private static String unopened(String operand) {
        Tokens tokens = Tokens.of(operand);
        int from = 0;
        int to = tokens.size();
        while (from < to && tokens.at(from).equals("(") && tokens.closing(from) < 0) {
            from++;
        }
        while (to > from && tokens.at(to - 1).equals(")") && tokens.opening(to - 1) < 0) {
            to--;
        }
        return tokens.slice(from, to);
    }
}
