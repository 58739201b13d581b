package dev.expertd.cli;

import dev.expertd.daemon.DaemonState;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Starts the daemon as a process of its own; says so if it runs already. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = "Starts the daemon as a process of its own; says so if it runs already.",
        footer = {"", "Example:", "  expertd daemon start"})
final class DaemonStart implements Callable<Integer> {
    private final House house;

    DaemonStart(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        boolean before = house.daemon().running().isPresent();
        DaemonState state = house.daemon().start(house.program("daemon", "run", "--log"));
        house.out().println(line(before ? "runs already" : "started", state, house));
        return 0;
    }

    static String line(String what, DaemonState state, House house) {
        return "daemon: " + what + " as process " + state.pid()
                + "; it will not come back by itself after a reboot; log: "
                + house.places().log();
    }
}
