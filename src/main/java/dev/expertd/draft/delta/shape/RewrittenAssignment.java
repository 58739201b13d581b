package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Syntax;
import dev.expertd.draft.delta.change.Tokens;
import java.util.Optional;

/** An assigned value that changed too much for its old form to be told. */
final class RewrittenAssignment implements RewriteShape {
    @Override
    public Optional<Phrase> read(Rewrite rewrite) {
        Optional<Syntax.Assignment> now = Syntax.assignment(rewrite.now());
        Optional<Syntax.Assignment> old = Syntax.assignment(rewrite.old());
        // where the values are equal, only a declared type changed
        return now.filter(assignment ->
                        old.isPresent() && !assignment.value().equals(old.get().value()))
                .map(assignment -> phrase(rewrite, assignment));
    }

    private static Phrase phrase(Rewrite rewrite, Syntax.Assignment now) {
        String target = Quote.name(now.target());
        if (isPattern(rewrite)) {
            return Phrase.of(78, "regex", "change the pattern of " + target);
        }
        Names names = Names.of(rewrite);
        return Quote.code(now.value(), Quote.ALONE)
                .map(code -> Phrase.of(73, "assign-changed", now.inWords(code)))
                .orElseGet(() -> names.come().isEmpty()
                        ? Phrase.of(45, "assign-changed", "change how " + target + " is computed")
                        : Phrase.of(66, "assign-changed", "compute " + target + " with " + names.inWords()));
    }

    /** A regular expression that is put together from pieces. */
    private static boolean isPattern(Rewrite rewrite) {
        return rewrite.spots().stream()
                .flatMap(spot -> Tokens.of(spot.newText()).all().stream())
                .anyMatch(token -> token.isString() && ChangedLiteral.isRegex(token.text()));
    }
}
