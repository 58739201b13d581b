package dev.expertd.daemon.install.service;

import dev.expertd.daemon.DaemonControl;
import dev.expertd.daemon.DaemonState;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The daemon as a process of its own: it outlives the terminal, but nobody starts it again. */
final class PlainProcess implements Service {
    private final DaemonControl daemon;
    private final List<String> command;

    PlainProcess(DaemonControl daemon, List<String> command) {
        this.daemon = daemon;
        this.command = List.copyOf(command);
    }

    @Override
    public String name() {
        return "plain process";
    }

    @Override
    public String promise() {
        return "it will not come back by itself after a reboot";
    }

    @Override
    public List<String> install() throws IOException {
        if (daemon.runsAnotherProgram()) {
            daemon.stop();
        }
        start();
        return List.of();
    }

    @Override
    public DaemonState start() throws IOException {
        return daemon.start(command);
    }

    @Override
    public boolean stop() throws IOException {
        return daemon.stop();
    }

    @Override
    public DaemonState restart() throws IOException {
        daemon.stop();
        return start();
    }

    @Override
    public List<String> uninstall() throws IOException {
        return daemon.end() ? List.of("stopped: daemon") : List.of();
    }

    @Override
    public Standing standing() {
        return new Standing(Optional.empty(), false, daemon.running().isPresent() ? "active" : "inactive", 0, "");
    }
}
