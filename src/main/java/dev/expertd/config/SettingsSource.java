package dev.expertd.config;

import java.nio.file.Path;

/** Where the settings of a work tree come from. */
@FunctionalInterface
public interface SettingsSource {
    /**
     * What is in force in a work tree.
     *
     * @throws SettingsException if there is nothing that could be
     */
    Settings of(Path worktree) throws SettingsException;

    /** The files as they are written now, the user's and then the repository's; one with mistakes is refused. */
    static SettingsSource asWritten(Path userFile) {
        return worktree -> SettingsLoader.load(userFile, worktree);
    }
}
