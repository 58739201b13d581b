package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Syntax;
import dev.expertd.draft.delta.change.Token;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One literal that became another: a pattern tells by what was added to it. */
final class ChangedLiteral implements SpotShape {
    /** What only regular expressions hold: a class, a group or an escaped letter that is repeated or optional. */
    private static final Pattern REGEX = Pattern.compile("[\\])][+*?]|\\\\[swdbSWDB]|\\(\\?|\\.[*+]|\\[\\^");

    private static final int LONGEST = 2_000;
    private static final int PIECE = 30;

    @Override
    public Optional<Phrase> read(Spot spot) {
        if (!spot.isSingle() || !spot.oldToken().isLiteral() || !spot.newToken().isLiteral()) {
            return Optional.empty();
        }
        Token old = spot.oldToken();
        Token now = spot.newToken();
        Optional<String> owner = owner(spot);
        if (now.isString() && isRegex(now.text())) {
            String of = owner.map(name -> " of " + Quote.name(name)).orElse("");
            Optional<String> piece = inserted(old.text(), now.text());
            if (piece.isPresent()) {
                return Optional.of(Phrase.of(82, "regex", "add " + Quote.name(piece.get()) + " to the pattern" + of));
            }
            return Optional.of(Phrase.of(
                    82,
                    "regex",
                    "change the pattern" + of
                            + Quote.code(now.text(), 40)
                                    .map(code -> " to " + code)
                                    .orElse("")));
        }
        String of = owner.map(name -> " for " + Quote.name(name)).orElse("");
        return Quote.code(now.text(), 40)
                .flatMap(come -> Quote.code(old.text(), 40)
                        .map(gone -> Phrase.of(85, "literal", "use " + come + " instead of " + gone + of)))
                .or(() -> Optional.of(Phrase.of(64, "literal", "change the text" + of)));
    }

    private static Optional<String> owner(Spot spot) {
        return spot.call()
                .filter(call -> !Set.of("compile", "of").contains(call))
                .or(() -> Syntax.assignment(spot.now()).map(Syntax.Assignment::target))
                .or(() -> Optional.of(spot.scene().symbol().name())
                        .filter(name -> spot.scene().symbol().isField()));
    }

    static boolean isRegex(String literal) {
        return literal.length() <= LONGEST && REGEX.matcher(literal).find();
    }

    /** The one piece that came into a text, if that is all. */
    private static Optional<String> inserted(String old, String now) {
        int head = 0;
        int shorter = Math.min(old.length(), now.length());
        while (head < shorter && old.charAt(head) == now.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && old.charAt(old.length() - 1 - tail) == now.charAt(now.length() - 1 - tail)) {
            tail++;
        }
        String piece = now.substring(head, now.length() - tail);
        boolean all = old.length() - tail == head;
        boolean readable =
                piece.length() >= 2 && piece.length() <= PIECE && piece.indexOf('`') < 0 && piece.indexOf(' ') < 0;
        return all && readable ? Optional.of(piece) : Optional.empty();
    }
}
