package dev.expertd.cli;

import dev.expertd.cli.house.House;
import dev.expertd.cli.text.Acts;
import dev.expertd.cli.text.Json;
import dev.expertd.cli.text.ReviewText;
import dev.expertd.git.GitReader;
import dev.expertd.git.GitReaders;
import dev.expertd.learn.ActView;
import dev.expertd.learn.JudgedAct;
import dev.expertd.model.Act;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.upkeep.Tallies;
import dev.expertd.upkeep.Tally;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The acts, newest first. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = {
            "Lists what was tried, newest first: outcome, component, and what was learned.",
            "+ stands in the file, … waits to be written or taken out, ? waits for a confirmation, a person or tomorrow,",
            "* was changed by somebody, ~ is not in the file as git has it now, - was refused or taken out by somebody.",
            "In brackets: why, or how the lesson fared: taught again, its test red the same way again, what it names gone."
        },
        footer = {"", "Example:", "  expertd log -n 5"})
final class LogCommand implements Callable<Integer> {
    private final House house;

    @Option(
            names = "-n",
            paramLabel = "N",
            defaultValue = "20",
            description = "So many acts (default ${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--json", description = "One JSON object for each act.")
    private boolean json;

    LogCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        try (GitReader git = GitReaders.open(house.folder())) {
            print(new Tallies(house.journal(), house.repository(), git));
        }
        int waiting = house.journal().learnings().count(house.repository(), LearningState.REVIEW);
        if (waiting > 0 && !json) {
            house.out().println(ReviewText.count(waiting));
        }
        return 0;
    }

    private void print(Tallies tallies) {
        for (Act act : house.journal().acts().latest(house.repository(), Math.max(0, count))) {
            JudgedAct judged = ActView.of(house.journal(), act, "");
            if (json) {
                house.out().println(Json.line(Acts.json(judged, learning -> told(learning, tallies.of(learning)))));
            } else {
                Acts.lines(judged, learning -> remark(learning, tallies)).forEach(house.out()::println);
            }
        }
    }

    private static Map<String, Object> told(Learning learning, Tally tally) {
        Map<String, Object> told = Acts.learning(learning);
        told.putAll(Acts.fared(tally));
        return told;
    }

    private static String remark(Learning learning, Tallies tallies) {
        String reason = learning.reason().text();
        return reason.isEmpty() ? tallies.of(learning).words() : reason;
    }
}
