package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Quote;
import java.util.List;

/** The most telling names that came into a statement and that left it, for changes that cannot be quoted. */
record Names(List<String> come, List<String> gone) {
    static Names of(Rewrite rewrite) {
        return new Names(
                rewrite.scene().rarest(rewrite.come(), 2), rewrite.scene().rarest(rewrite.gone(), 1));
    }

    /** {@code `a` and `b` instead of `c`}; only where something came. */
    String inWords() {
        return Quote.all(come) + (gone.isEmpty() ? "" : " instead of " + Quote.all(gone));
    }
}
