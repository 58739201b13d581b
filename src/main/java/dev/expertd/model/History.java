package dev.expertd.model;

import java.util.List;

/** What stands before a commit. Answers stay the same during a pass. */
@FunctionalInterface
public interface History {
    /** Nobody knows. */
    History NONE = limit -> List.of();

    /** The commits before it, newest first and at most so many, without what their authors said. */
    List<CommitEvidence> before(int limit);
}
