package dev.expertd.cli;

import dev.expertd.cli.house.CommandException;
import dev.expertd.cli.house.House;
import dev.expertd.daemon.DaemonState;
import dev.expertd.daemon.install.service.Service;
import dev.expertd.daemon.install.service.ServiceRefused;
import dev.expertd.daemon.install.service.Services;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Installs the service and starts it; twice is once. */
@Command(
        name = "install",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = {
            "Installs the daemon as a systemd user unit (Linux) or launchd agent (macOS, not tried there) and starts it.",
            "Without either it is started as a plain process, which will not come back by itself after a reboot.",
            "Run it again after an upgrade, or when PATH, JAVA_HOME or an XDG folder has changed: the service knows those of"
                    + " the shell it was installed from. On Windows use `expertd daemon start`."
        },
        footer = {"", "Example:", "  expertd service install --linger"})
final class ServiceInstall implements Callable<Integer> {
    private final House house;

    @Option(
            names = "--linger",
            description = "Let your services run while you are logged out (`loginctl enable-linger`).")
    private boolean linger;

    ServiceInstall(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        Services services = house.services();
        if (!services.areKnownHere()) {
            throw new CommandException(
                    "a service is not supported on this system; `expertd daemon start` starts the daemon");
        }
        Optional<Long> before = house.daemon().running().map(DaemonState::pid);
        Service service = installed(services);
        if (linger) {
            house.out().println("lingering: " + (services.linger() ? "switched on" : "is on already"));
        }
        Optional<DaemonState> now = house.daemon().running();
        if (now.isPresent()) {
            String what =
                    before.isEmpty() ? "started" : before.get() == now.get().pid() ? "running" : "restarted";
            house.out().println(DaemonStart.line(what, now.get(), service, house));
        }
        return 0;
    }

    private Service installed(Services services) throws IOException {
        try {
            Service best = services.best();
            List<String> done = best.install();
            done.forEach(line -> house.out().println("service: " + best.name() + " " + line));
            return best;
        } catch (ServiceRefused refused) {
            if (linger) {
                throw new CommandException("nothing can linger: " + refused.getMessage());
            }
            house.out().println("service: none, the daemon is a plain process: " + refused.getMessage());
            try {
                services.plain().install();
            } catch (ServiceRefused impossible) {
                throw new IllegalStateException("a plain process is possible everywhere", impossible);
            }
            return services.plain();
        }
    }
}
