package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Token;
import dev.expertd.draft.delta.change.Tokens;
import java.util.Optional;
import java.util.Set;

/** Another error is caught or thrown. */
final class HandledOtherwise implements SpotShape {
    @Override
    public Optional<Phrase> read(Spot spot) {
        Tokens now = spot.now();
        if (now.at(0).equals("except") || now.at(0).equals("catch")) {
            return error(spot.newText(), spot.old()).map(come -> {
                Optional<String> gone = error(spot.oldText(), now);
                String instead =
                        gone.map(name -> " instead of " + Quote.name(name)).orElse(" as well");
                Phrase phrase = Phrase.of(84, "catch-changed", "catch " + Quote.name(come) + instead);
                return gone.map(name -> phrase.avoiding(
                                "rely on " + Quote.name(name) + " alone: " + Quote.name(come) + " arrives there too"))
                        .orElse(phrase);
            });
        }
        if (Set.of("throw", "raise").contains(now.at(0)) && spot.old().at(0).equals(now.at(0))) {
            Optional<String> come = Actions.error(now);
            Optional<String> gone = Actions.error(spot.old());
            if (come.isPresent() && gone.isPresent() && !come.equals(gone)) {
                return Optional.of(Phrase.of(
                        86,
                        "exception-type",
                        "throw " + Quote.name(come.get()) + " instead of " + Quote.name(gone.get())));
            }
        }
        return Optional.empty();
    }

    /** The first type named in a piece that the other statement does not name. */
    private static Optional<String> error(String piece, Tokens other) {
        return Tokens.of(piece).all().stream()
                .filter(token ->
                        token.isName() && Character.isUpperCase(token.text().charAt(0)))
                .map(Token::text)
                .filter(name -> other.all().stream().noneMatch(token -> token.is(name)))
                .findFirst();
    }
}
