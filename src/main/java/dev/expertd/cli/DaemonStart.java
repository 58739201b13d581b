package dev.expertd.cli;

import dev.expertd.cli.house.House;
import dev.expertd.daemon.DaemonState;
import dev.expertd.daemon.install.service.Service;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Starts the daemon as a process of its own; says so if it runs already. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = {
            "Starts the daemon; says so if it runs already.",
            "Where a service is installed its manager starts it, else it is a process of its own."
        },
        footer = {"", "Example:", "  expertd daemon start"})
final class DaemonStart implements Callable<Integer> {
    private final House house;

    DaemonStart(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        boolean before = house.daemon().running().isPresent();
        Service service = house.services().installed();
        DaemonState state = service.start();
        house.out().println(line(before ? "runs already" : "started", state, service, house));
        return 0;
    }

    static String line(String what, DaemonState state, Service service, House house) {
        return "daemon: " + what + " as process " + state.pid() + "; "
                + (state.mode().equals("wait") ? "it crashed before and waits a while, see `expertd status`; " : "")
                + service.promise() + "; log: " + house.places().log();
    }
}
