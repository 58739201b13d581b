package dev.expertd.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Whose file is read, and for which work tree.
 *
 * @param usersOwn false for the file of a repository, whose author may be anybody
 * @param worktree null when the settings are for no repository in particular
 */
record Scope(boolean usersOwn, @Nullable Path worktree) {
    static Scope user(@Nullable Path worktree) {
        return new Scope(true, worktree);
    }

    static Scope repository(Path worktree) {
        return new Scope(false, worktree);
    }
}
