package dev.expertd.draft.delta.shape;

import java.util.Optional;

/** What one changed place inside a statement means. */
@FunctionalInterface
interface SpotShape {
    Optional<Phrase> read(Spot spot);
}
