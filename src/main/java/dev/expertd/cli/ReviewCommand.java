package dev.expertd.cli;

import dev.expertd.cli.house.House;
import dev.expertd.cli.text.Json;
import dev.expertd.cli.text.ReviewText;
import dev.expertd.config.SettingsException;
import dev.expertd.model.Learning;
import dev.expertd.redact.Redacted;
import dev.expertd.upkeep.Checkout;
import dev.expertd.upkeep.EvidenceView;
import dev.expertd.upkeep.ReviewQueue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What waits for a person. */
@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = {
            "Shows one draft after another with what it rests on, and asks: accept, edit, reject or skip.",
            "Without a terminal, or with --list, lists them. What is rejected is never drafted again."
        },
        footer = {
            "",
            "Example:",
            "  expertd review",
            "  expertd review --list --json",
            "  expertd review --reject 1f0c2a9b3d --reason \"only true of the old client\""
        })
final class ReviewCommand implements Callable<Integer> {
    private final House house;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--list", description = "List what waits, and ask nothing.")
    private boolean list;

    @Option(names = "--json", description = "With --list: one JSON object for each.")
    private boolean json;

    @Option(names = "--accept", paramLabel = "ID", split = ",", description = "Accept these.")
    private List<String> accept = new ArrayList<>();

    @Option(names = "--edit", paramLabel = "TEXT", description = "With --accept: in these words.")
    private @Nullable String edit;

    @Option(names = "--reject", paramLabel = "ID", split = ",", description = "Reject these for good.")
    private List<String> reject = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "R", description = "With --reject: why, for `expertd why`.")
    private @Nullable String reason;

    ReviewCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException, SettingsException {
        check();
        if (!accept.isEmpty() || !reject.isEmpty()) {
            return decide();
        }
        List<Learning> waiting;
        try (Checkout here = house.checkout()) {
            waiting = new ReviewQueue(here).waiting();
            if (list || json || waiting.isEmpty() || !house.terminal().isInteractive()) {
                print(here, waiting);
                return 0;
            }
        }
        return written(new ReviewSession(house).ask(waiting));
    }

    private void check() {
        if (edit != null && (accept.size() != 1 || edit.isBlank())) {
            throw wrong("--edit takes the words for the one draft that --accept names");
        }
        if (reason != null && reject.isEmpty()) {
            throw wrong("--reason says why --reject is given");
        }
        if (list && !(accept.isEmpty() && reject.isEmpty()) || !accept.isEmpty() && !reject.isEmpty()) {
            throw wrong("give one of --list, --accept and --reject");
        }
    }

    private CommandLine.ParameterException wrong(String words) {
        return new CommandLine.ParameterException(spec.commandLine(), words);
    }

    private void print(Checkout here, List<Learning> waiting) {
        if (json) {
            waiting.forEach(line -> house.out().println(Json.line(ReviewText.json(line, EvidenceView.of(here, line)))));
            return;
        }
        if (waiting.isEmpty()) {
            house.out().println("Nothing waits for review.");
            return;
        }
        for (Learning line : waiting) {
            ReviewText.lines(line, EvidenceView.of(here, line)).forEach(house.out()::println);
            house.out().println();
        }
        house.out()
                .println(waiting.size() + (waiting.size() == 1 ? " waits" : " wait")
                        + ": `expertd review` in a terminal asks about each; `expertd review --accept ID` or `--reject ID"
                        + " --reason R` decides one.");
    }

    private int decide() throws IOException, SettingsException {
        try (Checkout here = house.checkout()) {
            ReviewQueue queue = new ReviewQueue(here);
            List<Learning> accepted = accept.stream().map(queue::find).toList();
            List<Learning> rejected = reject.stream().map(queue::find).toList();
            house.locked(() -> {
                for (Learning line : accepted) {
                    if (edit == null) {
                        queue.accept(line);
                    } else {
                        queue.accept(line, edit);
                    }
                }
                rejected.forEach(line -> queue.reject(line, reason == null ? "" : reason));
                return true;
            });
            rejected.forEach(line -> house.out().println("rejected: " + line.id() + " " + line.text()));
            return written(accepted.stream().map(Learning::id).toList());
        }
    }

    /** Brings what was accepted into the files, and says what became of each. */
    private int written(List<String> accepted) throws IOException {
        if (accepted.isEmpty()) {
            return 0;
        }
        Map<String, Redacted> waiting = house.passAfterDecision();
        int status = 0;
        for (String id : accepted) {
            Learning line =
                    house.journal().learnings().find(house.repository(), id).orElseThrow();
            switch (line.state()) {
                case DONE -> house.out().println("written: " + id + " to " + line.file() + ": " + line.text());
                case INTENDED ->
                    house.out()
                            .println("accepted: " + id + ", written by the pass after this one: " + line.file()
                                    + " waits: " + waiting.getOrDefault(line.file(), Redacted.stored("")));
                default -> {
                    house.err().println("expertd: " + id + " was not written: " + line.reason());
                    status = 1;
                }
            }
        }
        return status;
    }
}
