package dev.expertd.cli;

import dev.expertd.cli.finding.CommandsIn;
import dev.expertd.cli.finding.DaemonFindings;
import dev.expertd.cli.finding.EnrolledRepositories;
import dev.expertd.cli.finding.Finding;
import dev.expertd.cli.finding.JournalFindings;
import dev.expertd.cli.finding.PlaceFindings;
import dev.expertd.cli.finding.RepositoryFindings;
import dev.expertd.cli.finding.RepositoryStatus;
import dev.expertd.cli.house.House;
import dev.expertd.cli.text.CrashText;
import dev.expertd.cli.text.Json;
import dev.expertd.cli.text.StatusText;
import dev.expertd.daemon.DaemonState;
import dev.expertd.daemon.Troubles;
import dev.expertd.git.GitException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How things stand with each enrolled repository. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description =
                "Tells per repository the last commit and run seen, what is held back and why, how changes are found, and what"
                        + " is not well; each problem ends with what mends it.",
        footer = {"", "Example:", "  expertd status --json"})
final class StatusCommand implements Callable<Integer> {
    private final House house;

    @Option(names = "--json", description = "One JSON object for each repository.")
    private boolean json;

    StatusCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        Optional<DaemonState> daemon = house.daemon().running();
        DaemonFindings findings = new DaemonFindings(house, daemon);
        List<Finding> general = new ArrayList<>(new JournalFindings(house).quick());
        general.addAll(new PlaceFindings(house).room());
        findings.look().stream()
                .filter(each -> daemon.isPresent() && each.isProblem())
                .filter(each ->
                        general.stream().noneMatch(known -> known.about().equals(each.about())))
                .forEach(general::add);
        EnrolledRepositories enrolled = EnrolledRepositories.of(house.places().userSettings());
        general.addAll(enrolled.mistakes());
        if (!json) {
            house.out()
                    .println(
                            daemon.map(state -> "daemon: running as process " + state.pid() + ", " + state.inWords())
                                    .orElse(
                                            "daemon: not running; `expertd daemon start` starts it, until then hints wait in the spool"));
            new CrashText(house).line(daemon.isPresent()).ifPresent(house.out()::println);
            general.forEach(each -> house.out().println("problem: " + each.line()));
        }
        Set<String> worktrees = new LinkedHashSet<>(enrolled.worktrees());
        try {
            worktrees.add(house.layout().workTree().toString());
        } catch (GitException e) {
            // not standing in a repository: the enrolled ones are told
        }
        if (worktrees.isEmpty() && enrolled.mistakes().isEmpty()) {
            house.out().println("no repository is enrolled; `expertd init REPO` enrols one");
        }
        List<Troubles.Trouble> troubles = findings.troubles();
        for (String worktree : worktrees) {
            print(
                    RepositoryStatus.of(
                            house,
                            Path.of(worktree),
                            enrolled.worktrees().contains(worktree),
                            repository -> Stream.concat(troubles.stream(), findings.troubles(repository).stream())
                                    .toList()),
                    daemon,
                    general);
        }
        return 0;
    }

    private void print(RepositoryStatus status, Optional<DaemonState> daemon, List<Finding> general) {
        boolean elsewhere = !house.isIn(status.worktree());
        List<Finding> problems = RepositoryFindings.of(status, house.clock().instant(), daemon.isPresent()).stream()
                .map(each -> elsewhere ? each.in(status.worktree()) : each)
                .toList();
        if (json) {
            Map<String, Object> object = StatusText.json(status);
            object.put("problems", problems.stream().map(Finding::json).toList());
            object.put("daemon", daemon.isPresent());
            object.put("mode", daemon.map(DaemonState::mode).orElse("none"));
            object.put("general_problems", general.stream().map(Finding::json).toList());
            house.out().println(Json.line(object));
            return;
        }
        house.out().println();
        new StatusText(house.clock().getZone())
                .lines(status, problems).stream()
                        .map(line -> elsewhere ? CommandsIn.of(status.worktree(), line) : line)
                        .forEach(house.out()::println);
    }
}
