package dev.expertd.daemon.install.service;

import dev.expertd.daemon.DaemonControl;
import dev.expertd.daemon.life.LifeNotes;
import dev.expertd.io.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which service there is, and which there could be. */
public final class Services {
    private final Places places;
    private final Map<String, String> environment;
    private final String os;
    private final Optional<Path> launcher;
    private final DaemonControl daemon;
    private final LifeNotes lives;
    private final PlainProcess plain;

    /**
     * For a user.
     *
     * @param launcher the installed launcher; empty if the program runs from a build folder
     * @param command what runs the daemon as a plain process
     * @param lives how the daemons before ended
     */
    public Services(
            Places places,
            Map<String, String> environment,
            String osName,
            Optional<Path> launcher,
            List<String> command,
            LifeNotes lives) {
        this.places = places;
        this.environment = Map.copyOf(environment);
        this.os = osName.toLowerCase(Locale.ROOT);
        this.launcher = launcher;
        this.daemon = new DaemonControl(places, environment);
        this.lives = lives;
        this.plain = new PlainProcess(daemon, command);
    }

    /** The one that looks after the daemon: what was installed and is still there, else a plain process. */
    public Service installed() throws IOException {
        Optional<ServiceRecord> record = ServiceRecord.read(places);
        if (record.isEmpty()) {
            record = orphan();
        }
        try {
            return record.filter(found -> Files.exists(found.file())).isPresent() ? best() : plain;
        } catch (ServiceRefused e) {
            return plain;
        }
    }

    /** What we wrote at the usual place though the state folder, which had told so, is gone; taken up again. */
    private Optional<ServiceRecord> orphan() throws IOException {
        String home = environment.getOrDefault("HOME", "");
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        if (launcher.isEmpty() || !home.startsWith("/") || !areKnownHere()) {
            return Optional.empty();
        }
        Path file = os.startsWith("mac")
                ? LaunchdService.file(home)
                : SystemdService.file(config.startsWith("/") ? Path.of(config) : Path.of(home, ".config"));
        String mark = os.startsWith("mac") ? LaunchAgentPlist.MARK : SystemdUnit.MARK;
        if (!new ServiceFile(file, mark, places).isOurs()) {
            return Optional.empty();
        }
        places.make();
        ServiceRecord record = new ServiceRecord(file, Optional.empty(), false);
        record.write(places);
        return Optional.of(record);
    }

    /**
     * The best that this kind of system has.
     *
     * @throws ServiceRefused if it has none
     */
    public Service best() throws ServiceRefused {
        Path started = launcher.orElseThrow(() ->
                new ServiceRefused("expertd was not installed but runs from a build folder; ./install.sh installs it"));
        if (os.startsWith("mac")) {
            Tool launchctl = Tool.find("launchctl", environment)
                    .orElseThrow(() -> new ServiceRefused("there is no launchctl here"));
            return new LaunchdService(launchctl, places, daemon, environment, started);
        }
        return new SystemdService(UserManager.of(environment), places, daemon, environment, started, plain, lives);
    }

    /** The daemon as a process that nobody starts again. */
    public Service plain() {
        return plain;
    }

    /** False where no service of the system can be installed at all. */
    public boolean areKnownHere() {
        return !os.startsWith("win");
    }

    /** Lets the user's services run while the user is logged out; false if they did already. */
    public boolean linger() throws IOException {
        return new Linger(environment, places).on();
    }
}
