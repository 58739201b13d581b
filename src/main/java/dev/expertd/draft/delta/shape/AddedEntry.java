package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Statement;
import dev.expertd.draft.delta.change.Tokens;
import java.util.Optional;

/** An entry that came into a list or a table. */
final class AddedEntry implements AddedShape {
    private static final int LONGEST = 80;

    @Override
    public Optional<Phrase> read(Statement statement, Scene scene) {
        Tokens tokens = Tokens.of(statement.text());
        boolean keyed = tokens.at(1).equals(":") && tokens.size() > 2;
        boolean plain =
                tokens.size() <= 2 && (tokens.size() == 1 || tokens.at(1).equals(","));
        if (tokens.size() == 0
                || statement.opens()
                || !keyed && !plain
                || tokens.get(0).isKeyword()) {
            return Optional.empty();
        }
        String entry = statement.text().length() <= LONGEST ? statement.text() : tokens.at(0);
        return Quote.code(entry, Quote.SHORT)
                .or(() -> Quote.code(tokens.at(0)))
                .map(code -> Phrase.of(58, "entry-added", "add the entry " + code));
    }
}
