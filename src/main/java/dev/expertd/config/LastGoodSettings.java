package dev.expertd.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings for a process that stays: a file with mistakes leaves the last good settings of its work tree in force, and
 * the mistakes are handed out with them; the log tells of them once.
 */
public final class LastGoodSettings implements SettingsSource {
    private static final Logger LOG = LoggerFactory.getLogger("expertd");

    private final Path userFile;
    private final Map<Path, Settings> good = new ConcurrentHashMap<>();
    private final Map<Path, List<Problem>> told = new ConcurrentHashMap<>();

    public LastGoodSettings(Path userFile) {
        this.userFile = userFile;
    }

    /**
     * What is in force.
     *
     * @param problems why it is not what the files say now; empty if it is
     */
    public record Reading(Settings settings, List<Problem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    @Override
    public Settings of(Path worktree) throws SettingsException {
        Reading reading = load(worktree);
        if (!reading.problems().equals(told.put(worktree, reading.problems()))) {
            reading.problems()
                    .forEach(problem ->
                            LOG.error("{}; the settings from before stay in force in {}", problem, worktree));
        }
        return reading.settings();
    }

    /**
     * The settings of a work tree.
     *
     * @throws SettingsException if the files have mistakes and were never without
     */
    public Reading load(Path worktree) throws SettingsException {
        try {
            Settings settings = SettingsLoader.load(userFile, worktree);
            good.put(worktree, settings);
            return new Reading(settings, List.of());
        } catch (SettingsException e) {
            Settings last = good.get(worktree);
            if (last == null) {
                throw e;
            }
            return new Reading(last, e.problems());
        }
    }
}
