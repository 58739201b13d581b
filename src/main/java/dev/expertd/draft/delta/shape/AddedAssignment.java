package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Statement;
import dev.expertd.draft.delta.change.Syntax;
import dev.expertd.draft.delta.change.Tokens;
import java.util.Optional;

/** An assignment that came in: of a field it tells more than of a local name. */
final class AddedAssignment implements AddedShape {
    @Override
    public Optional<Phrase> read(Statement statement, Scene scene) {
        return Syntax.assignment(Tokens.of(statement.text())).map(assignment -> {
            Tokens value = Tokens.of(assignment.value());
            boolean field =
                    assignment.target().indexOf('.') > 0 || scene.symbol().isField();
            String words = Quote.code(value.text(), Quote.SHORT)
                    .map(assignment::inWords)
                    .or(() -> Syntax.callee(value).map(call -> assignment.inWords("the result of " + Quote.name(call))))
                    .orElseGet(() -> "set " + Quote.name(assignment.target()));
            return Phrase.of(field ? 66 : 62, "assign-added", words);
        });
    }
}
