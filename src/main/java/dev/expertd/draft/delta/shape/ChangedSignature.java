package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Syntax;
import java.util.Optional;

/** The head of a function that changed: weak, for the body tells why. */
final class ChangedSignature implements RewriteShape {
    @Override
    public Optional<Phrase> read(Rewrite rewrite) {
        String name = rewrite.scene().symbol().name();
        boolean head = rewrite.after().opens()
                && rewrite.scene().symbol().isCallable()
                && rewrite.now().names().contains(name)
                && rewrite.old().names().contains(name)
                && !Syntax.isCondition(rewrite.now());
        return head
                ? Optional.of(Phrase.of(42, "signature", "change the signature of " + Quote.name(name)))
                : Optional.empty();
    }
}
