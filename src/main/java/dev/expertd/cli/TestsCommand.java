package dev.expertd.cli;

import dev.expertd.cli.house.House;
import dev.expertd.cli.text.Json;
import dev.expertd.cli.text.TestIssues;
import dev.expertd.git.GitReader;
import dev.expertd.git.GitReaders;
import dev.expertd.learn.TestIssue;
import dev.expertd.learn.TestsNow;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The tests that matter now. */
@Command(
        name = "tests",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = {
            "Tells which tests matter now: failing since which commit, flaky, muted or not run any more, fixed lately.",
            "One line for each failure, however many tests it breaks. A failure that was seen once is only suspected."
        },
        footer = {"", "Example:", "  expertd tests", "  expertd tests --json"})
final class TestsCommand implements Callable<Integer> {
    private final House house;

    @Option(names = "--json", description = "One JSON object for each line.")
    private boolean json;

    TestsCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        try (GitReader git = GitReaders.open(house.folder())) {
            TestsNow tests = new TestsNow(
                    house.journal(), house.repository(), git, house.clock().instant());
            List<TestIssue> issues = tests.issues();
            if (json) {
                issues.forEach(issue -> house.out().println(Json.line(TestIssues.json(issue))));
            } else if (issues.isEmpty()) {
                house.out()
                        .println(
                                tests.hasRuns()
                                        ? "all is well: no test fails, is flaky or was silenced"
                                        : "no test run was seen here yet; `expertd init` tells where traces are looked for");
            } else {
                issues.forEach(issue -> house.out().println(issue.line()));
            }
        }
        return 0;
    }
}
