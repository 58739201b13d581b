package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Statement;
import dev.expertd.draft.delta.change.Token;
import dev.expertd.draft.delta.change.Tokens;
import java.util.List;
import java.util.Optional;

/** A handler that came in. */
final class CaughtError implements AddedShape {
    @Override
    public Optional<Phrase> read(Statement statement, Scene scene) {
        Tokens tokens = Tokens.of(statement.text());
        if (!tokens.at(0).equals("except") && !tokens.at(0).equals("catch")) {
            return Optional.empty();
        }
        List<String> errors = tokens.all().stream()
                .filter(token ->
                        token.isName() && Character.isUpperCase(token.text().charAt(0)))
                .map(Token::text)
                .limit(2)
                .toList();
        String what = errors.isEmpty() ? "errors" : Quote.all(errors);
        String does = scene.body(statement)
                .flatMap(body -> Actions.inWords(body, 30))
                .map(action -> " and " + action)
                .orElse("");
        return Optional.of(Phrase.of(81, "catch-added", "catch " + what + does));
    }
}
