package dev.expertd.draft.delta;

import dev.expertd.draft.delta.change.SymbolChange;
import dev.expertd.draft.delta.failure.FailedTest;
import dev.expertd.draft.delta.failure.Headline;
import dev.expertd.draft.delta.shape.Phrase;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The reverse of a repair as a rule: only where little changed, in few ways, and the reverse is something that a
 * reader can refrain from. About one repair in eleven has one.
 */
record AvoidLine(String statement, String reason) {
    private static final int MOST_STATEMENTS = 6;
    private static final int MOST_SHAPES = 2;
    private static final Set<String> SHAPES = Set.of(
            "call-replaced",
            "arg-replaced",
            "operator",
            "null-guard",
            "call-removed",
            "throw-removed",
            "catch-changed");
    private static final Pattern NULL_ERROR = Pattern.compile(
            "NullPointer|TypeError|AttributeError|NoneType|NullReference|[Nn]ull|undefined|nil pointer");

    static Optional<AvoidLine> of(FixPhrase fix, FailedTest test) {
        SymbolChange symbol = fix.symbol();
        if (fix.phrases().isEmpty()
                || symbol.size() > MOST_STATEMENTS
                || fix.phrases().size() > MOST_SHAPES) {
            return Optional.empty();
        }
        Phrase phrase = fix.phrases().get(0);
        boolean nullGuard = phrase.shape().equals("null-guard");
        if (phrase.avoid().isEmpty()
                || !SHAPES.contains(phrase.shape())
                || nullGuard
                        && !NULL_ERROR
                                .matcher(test.error() + " " + test.message())
                                .find()) {
            return Optional.empty();
        }
        int colon = phrase.avoid().indexOf(": ");
        String rule = colon < 0 ? phrase.avoid() : phrase.avoid().substring(0, colon);
        String because = colon < 0 ? "" : ", " + phrase.avoid().substring(colon + 2);
        String error = test.error().isEmpty() || test.error().equals("Error") ? "" : "`" + test.error() + "` in ";
        String reason = error.isEmpty() ? Headline.shown(test.name()) + " fails" : error + Headline.shown(test.name());
        String statement = "Don't " + rule + " in " + Place.of(symbol) + because;
        return statement.length() + reason.length() <= FixLine.LONGEST
                ? Optional.of(new AvoidLine(statement, reason))
                : Optional.empty();
    }
}
