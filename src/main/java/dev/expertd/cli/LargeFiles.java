package dev.expertd.cli;

import dev.expertd.config.Settings;
import dev.expertd.config.SettingsException;
import dev.expertd.config.SettingsLoader;
import dev.expertd.expertise.ExpertFinder;
import dev.expertd.expertise.FileSize;
import dev.expertd.model.ExpertView;
import dev.expertd.redact.Redactor;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Expertise files of a work tree that have grown past {@code limits}, as they are now. */
final class LargeFiles {
    private LargeFiles() {}

    /** What to do, by file; empty if the settings cannot be read, which is told elsewhere. */
    static Map<String, String> in(Path userSettings, Path worktree) {
        Map<String, String> large = new TreeMap<>();
        try {
            Settings settings = SettingsLoader.load(userSettings, worktree);
            ExpertFinder.Found found = ExpertFinder.find(worktree, settings);
            Redactor redactor = found.redactor();
            for (ExpertView view : found.experts()) {
                FileSize.of(view.text())
                        .beyond(settings.limits())
                        .ifPresent(why ->
                                large.put(redactor.redact(view.expert().file()).text(), why));
            }
        } catch (SettingsException e) {
            return Map.of();
        }
        return large;
    }
}
