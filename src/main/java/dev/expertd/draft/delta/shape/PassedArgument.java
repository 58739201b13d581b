package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Syntax;
import dev.expertd.draft.delta.change.Tokens;
import java.util.Optional;

/** An argument that came into a call, or left it. */
final class PassedArgument implements SpotShape {
    @Override
    public Optional<Phrase> read(Spot spot) {
        if (spot.change().isInsertion()) {
            boolean only = spot.before().equals("(") && spot.behind().equals(")");
            return argument(spot.newText(), only)
                    .flatMap(argument -> spot.call()
                            .filter(call -> !defines(spot, call))
                            .flatMap(call -> words(argument)
                                    .map(code ->
                                            Phrase.of(84, "arg-added", "pass " + code + " to " + Quote.name(call)))));
        }
        if (spot.change().isDeletion()) {
            return argument(spot.oldText(), false)
                    .flatMap(argument -> Syntax.callAround(
                                    spot.old(), spot.change().oldFrom())
                            .filter(call -> !defines(spot, call))
                            .flatMap(call -> words(argument)
                                    .map(code -> Phrase.of(
                                            80, "arg-removed", "no longer pass " + code + " to " + Quote.name(call)))));
        }
        return Optional.empty();
    }

    /** Parameters are no arguments. */
    private static boolean defines(Spot spot, String name) {
        return spot.rewrite().after().opens()
                && name.equals(spot.scene().symbol().name());
    }

    private static Optional<String> words(String argument) {
        return Quote.code(argument, Quote.SHORT);
    }

    private static Optional<String> argument(String text, boolean only) {
        Tokens tokens = Tokens.of(text);
        boolean leads = tokens.at(0).equals(",");
        boolean trails = tokens.at(tokens.size() - 1).equals(",");
        if (!leads && !trails && !only || tokens.size() == 0) {
            return Optional.empty();
        }
        String argument = tokens.slice(leads ? 1 : 0, trails ? tokens.size() - 1 : tokens.size());
        return Quote.isBalanced(Tokens.of(argument)) && !argument.isBlank() ? Optional.of(argument) : Optional.empty();
    }
}
