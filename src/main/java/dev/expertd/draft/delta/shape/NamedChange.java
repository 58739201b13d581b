package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Syntax;
import dev.expertd.draft.delta.change.Tokens;
import java.util.List;
import java.util.Optional;

/** The last resort: what a statement is, and the names that came into it and left it. */
final class NamedChange implements RewriteShape {
    @Override
    public Optional<Phrase> read(Rewrite rewrite) {
        List<String> come = rewrite.scene().rarest(rewrite.come(), 2);
        List<String> gone = rewrite.scene().rarest(rewrite.gone(), 1);
        String with = come.isEmpty() ? "" : Quote.all(come);
        String instead = gone.isEmpty() ? "" : " instead of " + Quote.all(gone);
        Optional<String> newCondition = Syntax.condition(rewrite.now());
        if (newCondition.isPresent() && Syntax.isCondition(rewrite.old())) {
            return Quote.code(newCondition.get(), Quote.ALONE)
                    .map(code -> Phrase.of(76, "condition", "check " + code))
                    .or(() -> come.isEmpty()
                            ? Optional.empty()
                            : Optional.of(Phrase.of(
                                    66, "condition", "check " + with + (gone.isEmpty() ? " as well" : instead))));
        }
        if (rewrite.bothStartWith("return")) {
            return Quote.code(rewrite.now().slice(1, rewrite.now().size()), Quote.ALONE)
                    .map(code -> Phrase.of(76, "return-changed", "return " + code))
                    .or(() -> come.isEmpty()
                            ? Optional.empty()
                            : Optional.of(Phrase.of(
                                    66, "return-changed", "compute the returned value with " + with + instead)));
        }
        Optional<Syntax.Assignment> now = Syntax.assignment(rewrite.now());
        if (now.isPresent() && Syntax.assignment(rewrite.old()).isPresent()) {
            String value = now.get().value();
            if (value.equals(Syntax.assignment(rewrite.old()).get().value())) {
                return Optional.empty(); // only its declared type changed
            }
            Optional<Phrase> pattern = pattern(rewrite, now.get().target());
            if (pattern.isPresent()) {
                return pattern;
            }
            return Quote.code(value, Quote.ALONE)
                    .map(code -> Phrase.of(73, "assign-changed", now.get().inWords(code)))
                    .or(() -> come.isEmpty()
                            ? Optional.empty()
                            : Optional.of(Phrase.of(
                                    66,
                                    "assign-changed",
                                    "compute " + Quote.name(now.get().target()) + " with " + with + instead)))
                    .or(() -> Optional.of(Phrase.of(
                            45,
                            "assign-changed",
                            "change how " + Quote.name(now.get().target()) + " is computed")));
        }
        if (come.isEmpty() && gone.isEmpty()) {
            return Syntax.callee(rewrite.now())
                    .map(call -> Phrase.of(44, "fallback", "change the arguments of " + Quote.name(call)));
        }
        return Optional.of(Phrase.of(
                come.isEmpty() ? 48 : 50,
                "fallback",
                come.isEmpty() ? "no longer use " + Quote.all(gone) : "use " + with + instead));
    }

    /** A regular expression that is put together from pieces. */
    private static Optional<Phrase> pattern(Rewrite rewrite, String target) {
        boolean regex = rewrite.spots().stream()
                .flatMap(spot -> Tokens.of(spot.newText()).all().stream())
                .anyMatch(token -> token.isString() && ChangedLiteral.isRegex(token.text()));
        return regex
                ? Optional.of(Phrase.of(78, "regex", "change the pattern of " + Quote.name(target)))
                : Optional.empty();
    }
}
