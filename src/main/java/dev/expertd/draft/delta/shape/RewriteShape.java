package dev.expertd.draft.delta.shape;

import java.util.Optional;

/** What a statement's change means as a whole. */
@FunctionalInterface
interface RewriteShape {
    Optional<Phrase> read(Rewrite rewrite);
}
