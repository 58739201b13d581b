package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Syntax;
import java.util.Optional;

/** Old and new in full: returned values, conditions, assigned values. */
final class WholeStatement implements RewriteShape {
    private static final int LONGEST = 44;
    private static final int BOTH = 76;

    @Override
    public Optional<Phrase> read(Rewrite rewrite) {
        if (rewrite.bothStartWith("return")) {
            return value(rewrite, 1).map(words -> Phrase.of(80, "return-changed", "return " + words));
        }
        Optional<String> oldCondition = Syntax.condition(rewrite.old());
        Optional<String> newCondition = Syntax.condition(rewrite.now());
        if (oldCondition.isPresent() && newCondition.isPresent()) {
            return instead(oldCondition.get(), newCondition.get())
                    .map(words -> Phrase.of(77, "condition", "check " + words));
        }
        Optional<Syntax.Assignment> old = Syntax.assignment(rewrite.old());
        Optional<Syntax.Assignment> now = Syntax.assignment(rewrite.now());
        if (old.isPresent()
                && now.isPresent()
                && old.get().target().equals(now.get().target())) {
            return instead(old.get().value(), now.get().value())
                    .map(words -> Phrase.of(79, "assign-changed", now.get().inWords(words)));
        }
        return Optional.empty();
    }

    private static Optional<String> value(Rewrite rewrite, int from) {
        return instead(
                rewrite.old().slice(from, rewrite.old().size()),
                rewrite.now().slice(from, rewrite.now().size()));
    }

    private static Optional<String> instead(String old, String now) {
        Optional<String> gone = Quote.code(old, LONGEST);
        return gone.isPresent()
                ? Quote.code(now, LONGEST)
                        .filter(come -> !come.equals(gone.get())
                                && come.length() + gone.get().length() <= BOTH)
                        .map(come -> come + " instead of " + gone.get())
                : Optional.empty();
    }
}
