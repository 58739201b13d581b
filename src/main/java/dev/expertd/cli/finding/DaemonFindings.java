package dev.expertd.cli.finding;

import dev.expertd.cli.house.House;
import dev.expertd.daemon.DaemonControl;
import dev.expertd.daemon.DaemonState;
import dev.expertd.daemon.Troubles;
import dev.expertd.io.PassLock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How it is with the daemon, and what it says keeps it from its work. */
public final class DaemonFindings {
    private final House house;
    private final Optional<DaemonState> daemon;

    public DaemonFindings(House house, Optional<DaemonState> daemon) {
        this.house = house;
        this.daemon = daemon;
    }

    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        if (daemon.isEmpty()) {
            findings.add(Finding.problem(
                    "daemon", "not running, hints wait in the spool", "`expertd daemon start` starts it"));
            return findings;
        }
        DaemonState state = daemon.get();
        if (!state.version().equals(house.version())) {
            findings.add(Finding.problem(
                    "daemon",
                    "process " + state.pid() + " is still expertd " + state.version() + ", this is " + house.version(),
                    "`expertd daemon restart`"));
        } else {
            findings.add(Finding.ok("daemon", "running as process " + state.pid()));
        }
        if (!state.mode().equals("watch")) {
            findings.add(
                    Finding.problem(
                            "daemon",
                            "no watch is left, so it looks every few seconds only",
                            "`sudo sysctl fs.inotify.max_user_instances=512 fs.inotify.max_user_watches=524288` gives it more"));
        }
        troubles().stream()
                .filter(trouble -> !trouble.where().startsWith("/"))
                .forEach(trouble -> findings.add(Finding.problem(trouble.where(), trouble.message())));
        return findings;
    }

    /** What keeps it from its work; of a daemon for one repository alone too, if one runs. */
    public List<Troubles.Trouble> troubles() {
        return daemon.map(state -> Troubles.read(house.places().troubles(DaemonControl.LOCK), state.pid()))
                .orElse(List.of());
    }

    /** The same of the daemon that somebody runs for that one repository. */
    public List<Troubles.Trouble> troubles(String repository) {
        String lock = DaemonControl.LOCK + "-" + repository;
        try {
            if (PassLock.isHeld(house.places().locks(), lock)) {
                return PassLock.holder(house.places().locks(), lock)
                        .map(pid -> Troubles.read(house.places().troubles(lock), pid))
                        .orElse(List.of());
            }
        } catch (IOException e) {
            return List.of();
        }
        return List.of();
    }
}
