package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Syntax;
import dev.expertd.draft.delta.change.Token;
import dev.expertd.draft.delta.change.Tokens;
import java.util.Optional;

/** A returned value that changed too much for its old form to be told. */
final class RewrittenReturn implements RewriteShape {
    @Override
    public Optional<Phrase> read(Rewrite rewrite) {
        if (!rewrite.bothStartWith("return")) {
            return Optional.empty();
        }
        Names names = Names.of(rewrite);
        return Quote.code(rewrite.now().slice(1, rewrite.now().size()), Quote.ALONE)
                .map(code -> Phrase.of(76, "return-changed", "return " + code))
                .or(() -> otherCall(rewrite))
                .or(() -> names.come().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                Phrase.of(66, "return-changed", "compute the returned value with " + names.inWords())));
    }

    /** Of a long value that is one call, the function; and the one that was called before. */
    private static Optional<Phrase> otherCall(Rewrite rewrite) {
        Optional<String> now = outermost(rewrite.now());
        Optional<String> old = outermost(rewrite.old());
        String instead = old.map(name -> " instead of " + Quote.name(name)).orElse("");
        return now.filter(call -> !now.equals(old))
                .map(call -> Phrase.of(74, "return-changed", "return the result of " + Quote.name(call) + instead));
    }

    private static Optional<String> outermost(Tokens returned) {
        int open = returned.all().stream().map(Token::text).toList().indexOf("(");
        boolean whole = open > 1 && returned.closing(open) == returned.size() - 1;
        return whole && returned.get(open - 1).isName()
                ? Optional.of(Syntax.qualified(returned, open - 1))
                : Optional.empty();
    }
}
