package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Syntax;
import java.util.Optional;

/** One expression in the place of another, both short enough to be read. */
final class ReplacedExpression implements SpotShape {
    private static final int LONGEST = 40;

    @Override
    public Optional<Phrase> read(Spot spot) {
        if (spot.change().isInsertion() || spot.change().isDeletion()) {
            return Optional.empty();
        }
        Optional<String> come = Quote.code(
                Syntax.widened(
                        spot.now(), spot.change().newFrom(), spot.change().newTo()),
                LONGEST);
        Optional<String> gone = Quote.code(
                Syntax.widened(
                        spot.old(), spot.change().oldFrom(), spot.change().oldTo()),
                LONGEST);
        if (come.isEmpty() || gone.isEmpty() || come.equals(gone)) {
            return Optional.empty();
        }
        String instead = come.get() + " instead of " + gone.get();
        if (spot.inCondition()) {
            return Optional.of(Phrase.of(81, "condition", "check " + instead));
        }
        Optional<String> call =
                spot.call().filter(name -> !spot.rewrite().after().opens());
        if (call.isPresent()) {
            String to = " to " + Quote.name(call.get());
            return Optional.of(
                    Phrase.of(81, "arg-replaced", "pass " + instead + to).avoiding("pass " + gone.get() + to));
        }
        return Optional.of(Phrase.of(70, "expr-replaced", "use " + instead));
    }
}
