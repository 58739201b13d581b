package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Syntax;
import dev.expertd.draft.delta.change.Token;
import dev.expertd.draft.delta.change.Tokens;
import java.util.Optional;

/** One name in the place of another: a type, an argument, or any other. */
final class ReplacedName implements SpotShape {
    @Override
    public Optional<Phrase> read(Spot spot) {
        if (!spot.isSingle() || !spot.oldToken().isName() || !spot.newToken().isName()) {
            return Optional.empty();
        }
        Token now = spot.newToken();
        if (declares(spot)) {
            String what =
                    Syntax.assignment(spot.now()).map(Syntax.Assignment::target).orElse(spot.behind());
            return Optional.of(Phrase.of(
                    74,
                    "type-changed",
                    "declare " + Quote.name(what) + " as " + Quote.name(now.text()) + " instead of "
                            + Quote.name(spot.oldToken().text())));
        }
        String come = Syntax.qualified(spot.now(), spot.change().newFrom());
        String gone = Syntax.qualified(spot.old(), spot.change().oldFrom());
        // a local name that is new to the file was only renamed, or set on another line that says more
        boolean local = come.equals(now.text())
                && spot.scene().known(come) == 0
                && Character.isLowerCase(come.charAt(0))
                && !spot.behind().equals(".");
        Optional<String> call =
                spot.call().filter(name -> !spot.rewrite().after().opens() || spot.inCondition());
        double priority = local ? 66 : 86;
        if (call.isEmpty()) {
            return Optional.of(Phrase.of(
                    priority, "name-replaced", "use " + Quote.name(come) + " instead of " + Quote.name(gone)));
        }
        Phrase phrase = Phrase.of(
                priority,
                "arg-replaced",
                "pass " + Quote.name(come) + " instead of " + Quote.name(gone) + " to " + Quote.name(call.get()));
        return Optional.of(
                local ? phrase : phrase.avoiding("pass " + Quote.name(gone) + " to " + Quote.name(call.get())));
    }

    private static boolean declares(Spot spot) {
        Tokens now = spot.now();
        int next = spot.change().newTo();
        return next < now.size()
                && now.get(next).isName()
                && Character.isUpperCase(spot.newToken().text().charAt(0))
                && !"return . = (".contains(spot.before().isEmpty() ? "?" : spot.before());
    }
}
