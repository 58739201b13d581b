package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Statement;
import dev.expertd.draft.delta.change.Syntax;
import dev.expertd.draft.delta.change.Tokens;
import java.util.Optional;
import java.util.Set;

/** Says in words what a statement does. */
final class Actions {
    private static final Set<String> LEAVES = Set.of("return", "throw", "raise", "continue", "break");

    private static final Set<String> LOGICAL = Set.of("&&", "||", "and", "or", "?");

    private Actions() {}

    static boolean leaves(Statement statement) {
        return LEAVES.contains(Tokens.of(statement.text()).at(0));
    }

    static boolean throwsError(Statement statement) {
        String first = Tokens.of(statement.text()).at(0);
        return first.equals("throw") || first.equals("raise");
    }

    /** Empty where it cannot be said in a few words. */
    static Optional<String> inWords(Statement statement, int longest) {
        Tokens tokens = Tokens.of(statement.text());
        String rest = tokens.slice(1, tokens.size());
        switch (tokens.at(0)) {
            case "throw", "raise" -> {
                return error(tokens).map(error -> "throw " + Quote.name(error));
            }
            case "return" -> {
                if (rest.isEmpty()) {
                    return Optional.of("return early");
                }
                return Quote.code(rest, longest)
                        .map(code -> "return " + code)
                        .or(() -> Syntax.called(tokens).map(call -> "return the result of " + Quote.name(call)));
            }
            case "continue" -> {
                return Optional.of("skip the item");
            }
            case "break" -> {
                return Optional.of("leave the loop");
            }
            default -> {
                return Syntax.isCondition(tokens) || statement.opens() ? Optional.empty() : does(tokens, longest);
            }
        }
    }

    private static Optional<String> does(Tokens tokens, int longest) {
        Optional<Syntax.Assignment> assignment = Syntax.assignment(tokens);
        if (assignment.isPresent()) {
            Tokens value = Tokens.of(assignment.get().value());
            return Quote.code(value.text(), longest)
                    .or(() -> Syntax.called(value).map(call -> "the result of " + Quote.name(call)))
                    .map(assignment.get()::inWords)
                    .or(() -> Optional.of("set " + Quote.name(assignment.get().target())));
        }
        boolean several = tokens.all().stream().anyMatch(token -> LOGICAL.contains(token.text()));
        if (several) {
            return Quote.code(tokens.text(), longest).map(code -> "run " + code); // no single call stands for it
        }
        return Syntax.called(tokens)
                .map(call -> "call " + Quote.code(tokens.text(), longest).orElse(Quote.name(call)));
    }

    /** The simple name of the error that a {@code throw} or {@code raise} throws. */
    static Optional<String> error(Tokens tokens) {
        int i = tokens.at(1).equals("new") ? 2 : 1;
        if (i >= tokens.size() || !tokens.get(i).isName()) {
            return Optional.empty();
        }
        while (tokens.at(i + 1).equals(".")
                && i + 2 < tokens.size()
                && tokens.get(i + 2).isWord()) {
            i += 2;
        }
        return Optional.of(tokens.at(i));
    }
}
