package dev.expertd.daemon.install.service;

import dev.expertd.daemon.DaemonControl;
import dev.expertd.daemon.DaemonState;
import dev.expertd.daemon.life.LifeNotes;
import dev.expertd.io.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The daemon as a unit of the systemd that manages a user's own services. Where that does not answer, a plain process. */
final class SystemdService implements Service {
    private static final long ASKED_EACH = 1_000_000_000;

    private final UserManager manager;
    private final Places places;
    private final DaemonControl daemon;
    private final Map<String, String> environment;
    private final Path launcher;
    private final PlainProcess plain;
    private final LifeNotes lives;
    private final Linger linger;
    private boolean isBeside;

    SystemdService(
            UserManager manager,
            Places places,
            DaemonControl daemon,
            Map<String, String> environment,
            Path launcher,
            PlainProcess plain,
            LifeNotes lives) {
        this.manager = manager;
        this.places = places;
        this.daemon = daemon;
        this.environment = Map.copyOf(environment);
        this.launcher = launcher;
        this.plain = plain;
        this.lives = lives;
        this.linger = new Linger(environment, places);
    }

    @Override
    public String name() {
        return "systemd user unit";
    }

    @Override
    public String promise() {
        if (isBeside) {
            return "systemd does not answer, so it will not come back by itself";
        }
        return linger.isOn()
                ? "it runs from boot on, also while you are logged out"
                : "it starts when you log in and ends when you log out; `expertd service install --linger` keeps it";
    }

    @Override
    public List<String> install() throws IOException, ServiceRefused {
        Map<String, String> known = manager.environment();
        ServiceFile unit = file(known);
        boolean changed = unit.write(SystemdUnit.text(launch(known), manager.version()));
        if (changed) {
            manager.reload();
        }
        if (!isRead(unit)) {
            unit.remove();
            manager.reload();
            throw new ServiceRefused("the systemd user manager does not read " + unit.path());
        }
        manager.act("enable");
        Map<String, String> now = manager.unit();
        stopBeside(now);
        if (now.getOrDefault("ActiveState", "").equals("active") && (changed || daemon.runsAnotherProgram())) {
            restart();
        } else {
            start();
        }
        return List.of(unit.path() + (changed ? " written" : " is up to date"));
    }

    @Override
    public DaemonState start() throws IOException {
        if (!answers()) {
            return plain.start();
        }
        Optional<DaemonState> before = daemon.running();
        if (before.isPresent()) {
            return before.get();
        }
        manager.act("start");
        return ready(0);
    }

    @Override
    public boolean stop() throws IOException {
        boolean ran = daemon.running().isPresent();
        if (answers()) {
            manager.act("stop");
        }
        return daemon.stop() || ran;
    }

    @Override
    public DaemonState restart() throws IOException {
        if (!answers()) {
            return plain.restart();
        }
        stopBeside(manager.unit());
        long before = daemon.running().map(DaemonState::pid).orElse(0L);
        manager.act("restart");
        return ready(before);
    }

    @Override
    public List<String> uninstall() throws IOException {
        List<String> done = new ArrayList<>();
        Path path = ServiceRecord.read(places).map(ServiceRecord::file).orElseThrow();
        boolean ran = daemon.running().isPresent();
        if (answers()) {
            manager.act("disable", "--now");
            manager.forgetFailures();
        }
        if (daemon.end() || ran) {
            done.add("stopped: daemon");
        }
        if (linger.off()) {
            done.add("lingering: off again");
        }
        Path wanted = path.resolveSibling("default.target.wants").resolve(SystemdUnit.NAME);
        if (Files.isSymbolicLink(wanted)) { // systemd did not answer
            Files.delete(wanted);
        }
        if (new ServiceFile(path, SystemdUnit.MARK, places).remove()) {
            done.add("removed: " + name() + " " + path);
        }
        if (!isBeside) {
            manager.reload();
        }
        return done;
    }

    @Override
    public Standing standing() throws IOException {
        Optional<Path> file = ServiceRecord.read(places).map(ServiceRecord::file);
        if (!answers()) {
            return new Standing(file, true, "unknown", 0, "systemd does not answer; log in again, or see `loginctl`");
        }
        Map<String, String> unit = manager.unit();
        String state = unit.getOrDefault("ActiveState", "unknown");
        String result = unit.getOrDefault("Result", "success");
        String problem = "";
        if (state.equals("failed") || state.equals("activating")) {
            problem = "its last end was: " + result + "; `journalctl --user -u expertd` tells more";
        } else if (state.equals("inactive")) {
            problem = "it was stopped; `expertd daemon start` starts it";
        } else if (!unit.getOrDefault("FragmentPath", "")
                .equals(file.map(Path::toString).orElse(""))) {
            problem =
                    "systemd reads another unit, " + unit.get("FragmentPath") + "; `expertd service install` mends it";
        }
        return new Standing(
                file,
                unit.getOrDefault("UnitFileState", "").equals("enabled"),
                state,
                number(unit.getOrDefault("NRestarts", "")),
                problem);
    }

    private ServiceFile file(Map<String, String> known) throws ServiceRefused {
        String home = environment.getOrDefault("HOME", "");
        String theirs = known.getOrDefault("HOME", home);
        if (!theirs.equals(home)) {
            throw new ServiceRefused("the systemd user manager belongs to " + theirs + ", not to " + home);
        }
        String config = known.getOrDefault("XDG_CONFIG_HOME", "");
        Path folder = config.startsWith("/") ? Path.of(config) : Path.of(home, ".config");
        return new ServiceFile(file(folder), SystemdUnit.MARK, places);
    }

    /** Where a manager with that folder of configuration reads our unit. */
    static Path file(Path config) {
        return config.resolve("systemd/user").resolve(SystemdUnit.NAME);
    }

    private Launch launch(Map<String, String> known) throws IOException {
        WantedEnvironment wanted = new WantedEnvironment(environment, known);
        return new Launch(launcher, places.state(), wanted.set(), wanted.unset(), SystemFolders.enrolledBelow(places));
    }

    private boolean isRead(ServiceFile unit) throws IOException {
        String fragment = manager.unit().getOrDefault("FragmentPath", "");
        return !fragment.isEmpty() && Files.isSameFile(Path.of(fragment), unit.path());
    }

    /** A daemon that was started by hand makes room for the unit's. */
    private void stopBeside(Map<String, String> unit) throws IOException {
        Optional<DaemonState> running = daemon.running();
        if (running.isPresent() && running.get().pid() != number(unit.getOrDefault("MainPID", ""))) {
            daemon.stop();
        }
    }

    private DaemonState ready(long before) throws IOException {
        long[] asked = {System.nanoTime()};
        return daemon.awaitReady(before, () -> {
                    if (System.nanoTime() - asked[0] < ASKED_EACH) {
                        return false;
                    }
                    asked[0] = System.nanoTime();
                    return hasFailed();
                })
                .orElseThrow(() -> new IOException("the daemon did not start: "
                        + lives.lastFailure().orElse("`journalctl --user -u expertd` may say why")
                        + "; systemd tries again"));
    }

    private boolean hasFailed() {
        try {
            Map<String, String> unit = manager.unit();
            return unit.getOrDefault("ActiveState", "").equals("failed")
                    || unit.getOrDefault("SubState", "").equals("auto-restart");
        } catch (IOException e) {
            return true;
        }
    }

    private boolean answers() {
        try {
            manager.environment();
            return true;
        } catch (ServiceRefused e) {
            isBeside = true;
            return false;
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
