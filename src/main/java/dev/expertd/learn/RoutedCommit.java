package dev.expertd.learn;

import dev.expertd.curate.route.Routing;
import dev.expertd.model.Commit;

/** A commit with the experts that it belongs to. */
public record RoutedCommit(Commit commit, Routing routing) {}
