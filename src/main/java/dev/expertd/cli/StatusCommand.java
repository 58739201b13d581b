package dev.expertd.cli;

import dev.expertd.config.Settings;
import dev.expertd.config.SettingsException;
import dev.expertd.config.SettingsLoader;
import dev.expertd.daemon.DaemonState;
import dev.expertd.git.GitException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How things stand with each enrolled repository. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description =
                "Tells per repository the last commit and run seen, what is held back and why, and how changes are found.",
        footer = {"", "Example:", "  expertd status --json"})
final class StatusCommand implements Callable<Integer> {
    private final House house;

    @Option(names = "--json", description = "One JSON object for each repository.")
    private boolean json;

    StatusCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws SettingsException {
        Optional<DaemonState> daemon = house.daemon().running();
        if (!json) {
            house.out()
                    .println(
                            daemon.map(state -> "daemon: running as process " + state.pid() + ", " + state.inWords())
                                    .orElse(
                                            "daemon: not running; `expertd daemon start` starts it, until then hints wait in the spool"));
        }
        if (!json) {
            new CrashText(house).line(daemon.isPresent()).ifPresent(house.out()::println);
        }
        Settings settings = SettingsLoader.load(house.places().userSettings());
        Set<String> worktrees = new LinkedHashSet<>(settings.repositories());
        try {
            worktrees.add(house.layout().workTree().toString());
        } catch (GitException e) {
            // not standing in a repository: the enrolled ones are told
        }
        if (worktrees.isEmpty()) {
            house.out().println("no repository is enrolled; `expertd init REPO` enrols one");
        }
        for (String worktree : worktrees) {
            print(
                    RepositoryStatus.of(
                            house, Path.of(worktree), settings.repositories().contains(worktree)),
                    daemon);
        }
        return 0;
    }

    private void print(RepositoryStatus status, Optional<DaemonState> daemon) {
        if (json) {
            Map<String, Object> object = StatusText.json(status);
            object.put("daemon", daemon.isPresent());
            object.put("mode", daemon.map(DaemonState::mode).orElse("none"));
            house.out().println(Json.line(object));
            return;
        }
        house.out().println();
        new StatusText(house.clock().getZone()).lines(status).forEach(house.out()::println);
    }
}
