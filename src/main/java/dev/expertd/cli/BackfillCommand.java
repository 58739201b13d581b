package dev.expertd.cli;

import dev.expertd.cli.house.CommandException;
import dev.expertd.cli.house.House;
import dev.expertd.cli.text.Json;
import dev.expertd.git.GitReader;
import dev.expertd.io.PassLock;
import dev.expertd.learn.BackfillResult;
import dev.expertd.learn.HistoryRange;
import dev.expertd.learn.Request;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Learns from history. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = {
            "Learns from history, oldest first, into review; nothing goes straight into a file.",
            "Interrupted, it goes on where it ended when it is run again."
        },
        footer = {
            "",
            "Example:",
            "  expertd backfill --since 2026-01-31",
            "  expertd backfill --since v2.0",
            "  expertd backfill --all"
        })
final class BackfillCommand implements Callable<Integer> {
    private static final int STEP = 25;

    private final House house;

    @ArgGroup(multiplicity = "1")
    private Part part = new Part();

    @Option(names = "--json", description = "What came of it as one JSON object.")
    private boolean json;

    /** Which part of history. */
    private static final class Part {
        @Option(
                names = "--since",
                required = true,
                paramLabel = "REV|DATE",
                description = "The commits after a revision, or from a day on (2026-01-31, \"90 days ago\").")
        private String since = "";

        @Option(names = "--all", required = true, description = "All history.")
        private boolean all;
    }

    BackfillCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        String lock = house.repository() + "-backfill";
        house.places().make();
        Optional<PassLock> only = PassLock.tryAcquire(house.places().locks(), lock);
        if (only.isEmpty()) {
            throw new CommandException("another backfill is at work on this repository"
                    + PassLock.holder(house.places().locks(), lock)
                            .map(pid -> " as process " + pid)
                            .orElse("")
                    + "; its drafts appear in `expertd review`");
        }
        try (PassLock held = only.get()) {
            // what is new is learned first, as it always is, and not taken for history
            house.learn(new Request(false, true, "", Optional.empty(), "", "", "", false));
            print(house.backfill()
                    .run(
                            house.folder(),
                            this::range,
                            work -> house.locked(() -> {
                                work.run();
                                return true;
                            }),
                            this::tell));
        }
        return 0;
    }

    private HistoryRange range(GitReader git) {
        return part.all
                ? HistoryRange.all()
                : HistoryRange.since(
                        part.since, git, house.clock().instant(), house.clock().getZone());
    }

    private void tell(int commit, int commits, int drafts) {
        if (house.terminal().isInteractive() && (commit % STEP == 0 || commit == commits)) {
            house.err().print("\rbackfill: " + commit + " of " + commits + " commits, " + drafts + " drafts ");
            if (commit == commits) {
                house.err().println();
            }
        }
    }

    private void print(BackfillResult result) {
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("commits", result.commits());
            object.put("known", result.known());
            object.put("queued", result.queued());
            object.put("refused", result.refused());
            house.out().println(Json.line(object));
            return;
        }
        house.out()
                .println("commits looked at: " + (result.commits() - result.known())
                        + (result.known() == 0 ? "" : ", and " + result.known() + " that were judged before"));
        house.out()
                .println("drafts queued: " + result.queued()
                        + (result.queued() == 0 ? "" : "; `expertd review` decides"));
        result.refused().forEach((reason, count) -> house.out().println("refused: " + count + " x " + reason));
    }
}
