package dev.expertd.daemon.install.service;

import dev.expertd.daemon.DaemonControl;
import dev.expertd.daemon.DaemonState;
import dev.expertd.io.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/** The daemon as a launchd agent of the user. Written by the documentation of launchctl(1); not tried on a Mac. */
final class LaunchdService implements Service {
    private static final Duration TO_ACT = Duration.ofSeconds(40);

    /** For a moment after it was booted out launchd refuses the same label. */
    private static final int ATTEMPTS = 10;

    private static final long BETWEEN_NANOS = 500_000_000;

    private final Tool launchctl;
    private final Places places;
    private final DaemonControl daemon;
    private final Map<String, String> environment;
    private final Path launcher;
    private final ServiceFile agent;

    LaunchdService(
            Tool launchctl, Places places, DaemonControl daemon, Map<String, String> environment, Path launcher) {
        this.launchctl = launchctl;
        this.places = places;
        this.daemon = daemon;
        this.environment = Map.copyOf(environment);
        this.launcher = launcher;
        this.agent = new ServiceFile(file(environment.getOrDefault("HOME", "")), LaunchAgentPlist.MARK, places);
    }

    static Path file(String home) {
        return Path.of(home, "Library/LaunchAgents", LaunchAgentPlist.LABEL + ".plist");
    }

    @Override
    public String name() {
        return "launchd agent";
    }

    @Override
    public String promise() {
        return "it starts when you log in and ends when you log out";
    }

    @Override
    public List<String> install() throws IOException, ServiceRefused {
        WantedEnvironment wanted = new WantedEnvironment(environment, Map.of());
        Launch launch = new Launch(launcher, places.state(), wanted.set(), new TreeSet<>(), List.of());
        boolean changed = agent.write(LaunchAgentPlist.text(launch, places.daemonOutput()));
        if (!isLoaded()) {
            daemon.stop(); // started by hand
        } else if (changed || daemon.runsAnotherProgram()) {
            stop();
        }
        try {
            start();
        } catch (IOException e) {
            if (isLoaded()) {
                throw e;
            }
            agent.remove();
            throw new ServiceRefused("launchd does not take the agent (" + e.getMessage() + ")");
        }
        return List.of(agent.path() + (changed ? " written" : " is up to date"));
    }

    @Override
    public DaemonState start() throws IOException {
        Optional<DaemonState> before = daemon.running();
        return before.isPresent() ? before.get() : startAfter(0);
    }

    private DaemonState startAfter(long before) throws IOException {
        if (isLoaded()) {
            launchctl.tell(TO_ACT, "kickstart", domain() + "/" + LaunchAgentPlist.LABEL);
        } else {
            load();
        }
        return daemon.awaitReady(before, () -> false)
                .orElseThrow(
                        () -> new IOException("the daemon did not start; " + places.daemonOutput() + " may say why"));
    }

    @Override
    public boolean stop() throws IOException {
        boolean ran = daemon.running().isPresent();
        if (isLoaded()) {
            launchctl.tell(TO_ACT, "bootout", domain() + "/" + LaunchAgentPlist.LABEL);
        }
        return daemon.stop() || ran;
    }

    @Override
    public DaemonState restart() throws IOException {
        long before = daemon.running().map(DaemonState::pid).orElse(0L);
        stop();
        return startAfter(before);
    }

    @Override
    public List<String> uninstall() throws IOException {
        List<String> done = new ArrayList<>();
        if (stop()) {
            done.add("stopped: daemon");
        }
        if (agent.remove()) {
            done.add("removed: " + name() + " " + agent.path());
        }
        return done;
    }

    @Override
    public Standing standing() throws IOException {
        boolean loaded = isLoaded();
        return new Standing(
                Optional.of(agent.path()),
                loaded,
                daemon.running().isPresent() ? "active" : "inactive",
                0,
                loaded ? "" : "launchd does not know it; `expertd daemon start` makes it known");
    }

    private void load() throws IOException {
        for (int left = ATTEMPTS; ; left--) {
            Tool.Answer answer =
                    launchctl.ask(TO_ACT, "bootstrap", domain(), agent.path().toString());
            if (answer.isYes()) {
                return;
            }
            if (left == 1) {
                throw new IOException("launchctl bootstrap failed: " + answer.complaint());
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
    }

    private boolean isLoaded() throws IOException {
        return launchctl
                .ask(TO_ACT, "print", domain() + "/" + LaunchAgentPlist.LABEL)
                .isYes();
    }

    private String domain() throws IOException {
        return "gui/" + Files.getAttribute(places.state(), "unix:uid");
    }
}
