package dev.expertd.cli;

import dev.expertd.learn.ActView;
import dev.expertd.learn.JudgedAct;
import dev.expertd.model.Act;
import dev.expertd.model.LearningState;
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
            "* was changed by somebody, ~ is not in the file as git has it now, - was refused or taken out by somebody."
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
        for (Act act : house.journal().acts().latest(house.repository(), Math.max(0, count))) {
            JudgedAct judged = ActView.of(house.journal(), act, "");
            if (json) {
                house.out().println(Json.line(Acts.json(judged)));
            } else {
                Acts.lines(judged).forEach(house.out()::println);
            }
        }
        int waiting = house.journal().learnings().count(house.repository(), LearningState.REVIEW);
        if (waiting > 0 && !json) {
            house.out().println(ReviewText.count(waiting));
        }
        return 0;
    }
}
