package dev.expertd.draft.delta.shape;

import dev.expertd.draft.delta.change.Statement;
import java.util.Optional;

/** What is no longer done since a statement is gone. */
@FunctionalInterface
interface RemovedShape {
    Optional<Phrase> read(Statement statement, Scene scene);
}
