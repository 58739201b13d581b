package dev.expertd.cli;

import dev.expertd.cli.house.House;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops the daemon; what it was about to do is done after the next start. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = {
            "Stops the daemon; what it was about to do is done after the next start.",
            "Where a service is installed it stays stopped until the next login or `expertd daemon start`."
        },
        footer = {"", "Example:", "  expertd daemon stop"})
final class DaemonStop implements Callable<Integer> {
    private final House house;

    DaemonStop(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        boolean stopped = house.services().installed().stop();
        house.out().println(stopped ? "daemon: stopped" : "daemon: was not running");
        return 0;
    }
}
