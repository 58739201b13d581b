package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Syntax;
import dev.expertd.draft.delta.change.Tokens;
import java.util.Optional;

/** Another function is called with the same arguments. */
final class CalledOtherwise implements SpotShape {
    @Override
    public Optional<Phrase> read(Spot spot) {
        if (!spot.behind().equals("(")
                || spot.change().isInsertion()
                || spot.change().isDeletion()) {
            return Optional.empty();
        }
        Tokens old = Tokens.of(spot.oldText());
        Tokens now = Tokens.of(spot.newText());
        if (!isName(old) || !isName(now)) {
            return Optional.empty();
        }
        String come =
                spot.isSingle() ? Syntax.qualified(spot.now(), spot.change().newFrom()) : now.text();
        String gone =
                spot.isSingle() ? Syntax.qualified(spot.old(), spot.change().oldFrom()) : old.text();
        Phrase phrase = Phrase.of(92, "call-replaced", "call " + Quote.name(come) + " instead of " + Quote.name(gone));
        if (!spot.scene().symbol().isCallable()) {
            return Optional.of(phrase);
        }
        return Optional.of(phrase.avoiding("call " + Quote.name(gone) + ": " + Quote.name(come) + " is meant"));
    }

    /** A dotted name, perhaps behind {@code new}. */
    private static boolean isName(Tokens tokens) {
        int start = tokens.at(0).equals("new") ? 1 : 0;
        for (int i = start; i < tokens.size(); i++) {
            boolean name = (i - start) % 2 == 0;
            if (name
                    ? !tokens.get(i).isName()
                            && !tokens.at(i).equals("this")
                            && !tokens.at(i).equals("self")
                    : !tokens.at(i).equals(".")) {
                return false;
            }
        }
        return (tokens.size() - start) % 2 == 1;
    }
}
