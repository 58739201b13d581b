package dev.expertd.cli;

import dev.expertd.daemon.DaemonState;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops the daemon and starts it again. */
@Command(
        name = "restart",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = "Stops the daemon and starts it again.",
        footer = {"", "Example:", "  expertd daemon restart"})
final class DaemonRestart implements Callable<Integer> {
    private final House house;

    DaemonRestart(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        house.daemon().stop();
        DaemonState state = house.daemon().start(house.program("daemon", "run", "--log"));
        house.out().println(DaemonStart.line("started", state, house));
        return 0;
    }
}
