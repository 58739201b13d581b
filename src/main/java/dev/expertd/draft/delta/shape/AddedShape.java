package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Statement;
import java.util.Optional;

/** What a statement that came in does. */
@FunctionalInterface
interface AddedShape {
    Optional<Phrase> read(Statement statement, Scene scene);
}
