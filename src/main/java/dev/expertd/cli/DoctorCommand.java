package dev.expertd.cli;

import dev.expertd.cli.finding.DaemonFindings;
import dev.expertd.cli.finding.EnrolledRepositories;
import dev.expertd.cli.finding.Finding;
import dev.expertd.cli.finding.JournalFindings;
import dev.expertd.cli.finding.JournalMending;
import dev.expertd.cli.finding.LeftFindings;
import dev.expertd.cli.finding.MergeDriverFindings;
import dev.expertd.cli.finding.PlaceFindings;
import dev.expertd.cli.finding.ProgramFindings;
import dev.expertd.cli.finding.RepositoryFindings;
import dev.expertd.cli.finding.RepositoryStatus;
import dev.expertd.cli.house.House;
import dev.expertd.cli.text.Json;
import dev.expertd.daemon.DaemonState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is wrong with this installation, and what mends it. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = {
            "Examines the installation, the journal and every enrolled repository; each problem ends with what mends it.",
            "Exit status 0 if all is well, 1 if not."
        },
        footer = {"", "Example:", "  expertd doctor", "  expertd doctor --fix"})
final class DoctorCommand implements Callable<Integer> {
    private final House house;
    private boolean problems;

    @Option(
            names = "--fix",
            description = {
                "Mend what can be mended without asking: a damaged journal is set aside and its newest sound backup",
                "restored, private files are closed to others, what killed processes left is removed."
            })
    private boolean fix;

    @Option(names = "--json", description = "One JSON object for each finding.")
    private boolean json;

    DoctorCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        Optional<DaemonState> daemon = house.daemon().running();
        PlaceFindings places = new PlaceFindings(house);
        JournalFindings journal = new JournalFindings(house);
        if (fix) {
            tell("", new JournalMending(house).mend());
        }
        tell("", new ProgramFindings(house).look());
        tell("", places.room());
        tell("", places.modes(fix));
        tell("", new LeftFindings(house).look(fix));
        tell("", places.spools());
        List<Finding> whole = journal.whole();
        boolean sound = whole.stream().noneMatch(Finding::isProblem);
        tell("", whole);
        DaemonFindings service = new DaemonFindings(house, daemon);
        tell(
                "",
                service.look().stream()
                        .filter(each -> !sound || !each.about().equals("journal") || !fix) // it has yet to notice
                        .toList());
        EnrolledRepositories enrolled = EnrolledRepositories.of(house.places().userSettings());
        tell("", enrolled.mistakes());
        if (enrolled.worktrees().isEmpty() && enrolled.mistakes().isEmpty()) {
            tell("", List.of(Finding.problem("repositories", "none is enrolled", "`expertd init REPO` enrols one")));
        }
        for (String worktree : enrolled.worktrees()) {
            repository(Path.of(worktree), service, daemon.isPresent());
        }
        return problems ? 1 : 0;
    }

    private void repository(Path worktree, DaemonFindings service, boolean daemonRuns) {
        RepositoryStatus status = RepositoryStatus.of(house, worktree, true, repository -> service.troubles());
        List<Finding> findings =
                new ArrayList<>(RepositoryFindings.of(status, house.clock().instant(), daemonRuns));
        findings.addAll(MergeDriverFindings.of(worktree));
        if (findings.isEmpty()) {
            findings.add(Finding.ok("", "well"));
        }
        boolean elsewhere = !house.isIn(worktree);
        tell(
                worktree.toString(),
                findings.stream()
                        .map(each -> elsewhere ? each.in(worktree) : each)
                        .toList());
    }

    private void tell(String where, List<Finding> findings) {
        for (Finding each : findings) {
            problems |= each.isProblem();
            if (json) {
                Map<String, Object> object = new LinkedHashMap<>();
                object.put("repository", where.isEmpty() ? null : where);
                object.putAll(each.json());
                house.out().println(Json.line(object));
            } else {
                house.out()
                        .println((each.isProblem() ? "problem  " : "ok       ")
                                + (where.isEmpty() ? "" : where + ": ")
                                + each.line());
            }
        }
    }
}
