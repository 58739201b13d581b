package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Statement;
import dev.expertd.draft.delta.change.Syntax;
import dev.expertd.draft.delta.change.Tokens;
import java.util.Optional;

/** Statements that are gone without a successor. */
final class DroppedStatement implements RemovedShape {
    @Override
    public Optional<Phrase> read(Statement statement, Scene scene) {
        Tokens tokens = Tokens.of(statement.text());
        Optional<String> condition = Syntax.condition(tokens);
        if (condition.isPresent()) {
            return Optional.of(Phrase.of(72, "guard-removed", "drop the check " + checked(condition.get(), scene)));
        }
        if (Actions.throwsError(statement)) {
            return Actions.error(tokens)
                    .map(error -> Phrase.of(74, "throw-removed", "no longer throw " + Quote.name(error))
                            .avoiding("throw " + Quote.name(error)));
        }
        if (tokens.at(0).equals("return")) {
            return Quote.code(tokens.slice(1, tokens.size()))
                    .map(value -> Phrase.of(58, "return-removed", "no longer return " + value));
        }
        Optional<Syntax.Assignment> assignment = Syntax.assignment(tokens);
        if (assignment.isPresent()) {
            String target = Quote.name(assignment.get().target());
            return Optional.of(Phrase.of(56, "assign-removed", "no longer set " + target));
        }
        if (statement.opens()) {
            return Optional.empty();
        }
        return Syntax.called(tokens).map(call -> {
            String code = Quote.code(tokens.text(), 40).orElse(Quote.name(call));
            double priority = AddedCall.recordsOnly(call) ? 46 : 66;
            return Phrase.of(priority, "call-removed", "no longer call " + code).avoiding("call " + code);
        });
    }

    private static String checked(String condition, Scene scene) {
        return Quote.code(condition, Quote.ALONE)
                .orElseGet(() ->
                        "on " + Quote.all(scene.rarest(Tokens.of(condition).names(), 2)));
    }
}
