package dev.expertd.cli;

import dev.expertd.cli.house.House;
import dev.expertd.config.Settings;
import dev.expertd.config.SettingsException;
import dev.expertd.config.SettingsLoader;
import dev.expertd.journal.Pruning;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lets go what is old, now. */
@Command(
        name = "prune",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = {
            "Lets go what `journal.keep-days` and `journal.megabytes` of your config.yml do not keep, as the daemon does",
            "each day: verdicts of old runs, why old acts taught nothing. Learnings and decisions always stay."
        },
        footer = {"", "Example:", "  expertd journal prune"})
final class JournalPruneCommand implements Callable<Integer> {
    private final House house;

    JournalPruneCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws SettingsException {
        Settings.Journal kept =
                SettingsLoader.load(house.places().userSettings()).journal();
        Pruning.Result result = house.journal()
                .pruning()
                .prune(
                        new Pruning.Limits(kept.keepDays(), kept.bytes()),
                        house.clock().instant());
        house.out()
                .println("journal: verdicts of " + result.runs() + " runs and " + result.rows()
                        + " other rows went; it holds " + result.bytes() / 1_000_000 + " MB");
        return 0;
    }
}
