package dev.expertd.cli;

import dev.expertd.cli.house.House;
import dev.expertd.journal.Backups;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** A copy of the journal now. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = "Copies the journal beside itself, as the daemon does each day; the last two copies are kept.",
        footer = {"", "Example:", "  expertd journal backup"})
final class JournalBackupCommand implements Callable<Integer> {
    private final House house;

    JournalBackupCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        house.journal();
        house.out()
                .println("backup: "
                        + new Backups(house.places().journal())
                                .make(house.clock().instant()));
        return 0;
    }
}
