package dev.expertd.cli;

import dev.expertd.cli.house.House;
import dev.expertd.daemon.DaemonState;
import dev.expertd.daemon.install.service.Service;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops the daemon and starts it again. */
@Command(
        name = "restart",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = "Stops the daemon and starts it again; crashes of those before are forgotten.",
        footer = {"", "Example:", "  expertd daemon restart"})
final class DaemonRestart implements Callable<Integer> {
    private final House house;

    DaemonRestart(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        Service service = house.services().installed();
        house.lives().forget();
        DaemonState state = service.restart();
        house.out().println(DaemonStart.line("started", state, service, house));
        return 0;
    }
}
