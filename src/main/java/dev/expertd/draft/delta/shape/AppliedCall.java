package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import dev.expertd.draft.delta.change.Tokens;
import java.util.Optional;

/** A call that came in behind a value: {@code x} became {@code x.f()}. */
final class AppliedCall implements SpotShape {
    @Override
    public Optional<Phrase> read(Spot spot) {
        Tokens piece = Tokens.of(spot.newText());
        int last = piece.size() - 1;
        boolean leads = piece.at(0).equals(".")
                && piece.at(last).equals(")")
                && piece.at(2).equals("(");
        boolean trails = piece.at(last).equals(".") && piece.at(last - 1).equals(")");
        if (!spot.change().isInsertion() || !leads && !trails) {
            return Optional.empty();
        }
        String call = leads ? piece.slice(1, last + 1) : piece.slice(0, last);
        if (!Tokens.of(call).names().iterator().hasNext()) {
            return Optional.empty();
        }
        String brief = Quote.code(call, 34).orElse(Quote.name(Tokens.of(call).at(0) + "()"));
        int end = spot.change().newFrom();
        String target = leads && end > 0 ? target(spot.now(), end) : "";
        return Optional.of(Phrase.of(
                85,
                "suffix-call",
                "apply " + brief
                        + Quote.code(target, 40).map(code -> " to " + code).orElse("")));
    }

    /** The whole dotted expression before the call. */
    private static String target(Tokens tokens, int end) {
        int start = start(tokens, end - 1);
        while (start >= 2 && tokens.at(start - 1).equals(".")) {
            start = start(tokens, start - 2);
        }
        return tokens.slice(start, end);
    }

    private static int start(Tokens tokens, int last) {
        int i = last;
        while (i > 0 && (tokens.at(i).equals(")") || tokens.at(i).equals("]"))) {
            int open = tokens.opening(i);
            if (open <= 0) {
                return i;
            }
            i = tokens.get(open - 1).isName() ? open - 1 : open;
        }
        return i;
    }
}
