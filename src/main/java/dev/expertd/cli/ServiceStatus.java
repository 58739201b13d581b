package dev.expertd.cli;

import dev.expertd.cli.house.House;
import dev.expertd.cli.text.CrashText;
import dev.expertd.cli.text.Json;
import dev.expertd.daemon.DaemonState;
import dev.expertd.daemon.install.service.Service;
import dev.expertd.daemon.install.service.Standing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How the service stands. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description =
                "Tells what starts the daemon, whether it runs, when it comes back by itself, and crashes in a row.",
        footer = {"", "Example:", "  expertd service status --json"})
final class ServiceStatus implements Callable<Integer> {
    private final House house;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    ServiceStatus(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        Service service = house.services().installed();
        Standing standing = service.standing();
        Optional<DaemonState> daemon = house.daemon().running();
        if (json) {
            house.out().println(Json.line(object(service, standing, daemon)));
            return 0;
        }
        house.out()
                .println("service: " + service.name()
                        + standing.file().map(file -> " " + file).orElse("; `expertd service install` installs one"));
        if (standing.file().isPresent()) {
            house.out()
                    .println("starts by itself: "
                            + (standing.enabled() ? "yes" : "no; `expertd service install` enables it"));
            house.out()
                    .println("state: " + standing.state()
                            + (standing.restarts() == 0 ? "" : ", started again " + standing.restarts() + " times"));
        }
        if (!standing.problem().isEmpty()) {
            house.out().println("problem: " + standing.problem());
        }
        house.out()
                .println(daemon.map(state -> DaemonStart.line("running", state, service, house))
                        .orElse("daemon: not running; `expertd daemon start` starts it"));
        new CrashText(house).line(daemon.isPresent()).ifPresent(house.out()::println);
        return 0;
    }

    private Map<String, Object> object(Service service, Standing standing, Optional<DaemonState> daemon) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("service", service.name());
        object.put("file", standing.file().map(Path::toString).orElse(null));
        object.put("enabled", standing.enabled());
        object.put("state", standing.state());
        object.put("restarts", standing.restarts());
        object.put("problem", standing.problem().isEmpty() ? null : standing.problem());
        object.put("pid", daemon.map(DaemonState::pid).orElse(null));
        object.put("promise", service.promise());
        object.put(
                "crashes",
                new CrashText(house)
                        .loop(daemon.isPresent())
                        .map(CrashText::json)
                        .orElse(null));
        return object;
    }
}
