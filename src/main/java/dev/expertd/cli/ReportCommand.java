package dev.expertd.cli;

import dev.expertd.cli.house.CommandException;
import dev.expertd.cli.house.House;
import dev.expertd.cli.text.Reports;
import dev.expertd.learn.ActView;
import dev.expertd.model.Act;
import dev.expertd.model.LearningState;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The self-improve report of an act. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = "Shows the self-improve report of an act; of the newest one that taught something without ACT.",
        footer = {"", "Example:", "  expertd report 1f0c2a9b"})
final class ReportCommand implements Callable<Integer> {
    private final House house;

    @Parameters(arity = "0..1", paramLabel = "ACT", description = "An act's id from `expertd log`, or a commit.")
    private String act = "";

    ReportCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        house.out().print(new Reports(house).of(ActView.of(house.journal(), find(), "")));
        return 0;
    }

    private Act find() {
        List<Act> latest = house.journal().acts().latest(house.repository(), 1_000);
        if (latest.isEmpty()) {
            throw new CommandException(
                    "no act is known of this repository yet; commit something or run `expertd learn`");
        }
        if (act.isEmpty()) {
            return latest.stream()
                    .filter(each -> !ActView.of(house.journal(), each, "")
                            .in(LearningState.DONE)
                            .isEmpty())
                    .findFirst()
                    .orElse(latest.get(0));
        }
        return latest.stream()
                .filter(each -> each.id().equals(act)
                        || each.id().startsWith(act)
                        || each.commits().stream().anyMatch(commit -> commit.startsWith(act)))
                .findFirst()
                .orElseThrow(() -> new CommandException("no act is called " + act + "; `expertd log` lists them"));
    }
}
