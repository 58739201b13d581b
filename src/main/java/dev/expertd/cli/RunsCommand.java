package dev.expertd.cli;

import dev.expertd.cli.house.CommandException;
import dev.expertd.cli.house.House;
import dev.expertd.cli.text.Json;
import dev.expertd.cli.text.RunFacts;
import dev.expertd.journal.StoredRun;
import dev.expertd.model.Commit;
import dev.expertd.trace.TraceReader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What expertd makes of traces. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = {
            "Tells what a trace says: format, counts, outcome and the rule that decided it, failures with their kind.",
            "A FILE is read by itself and needs no repository; without one, the runs that were seen here, newest first."
        },
        footer = {"", "Example:", "  expertd runs trace_logs.json", "  expertd runs -n 5"})
final class RunsCommand implements Callable<Integer> {
    private final House house;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Traces, each a run of its own.")
    private List<String> files = List.of();

    @Option(
            names = "-n",
            paramLabel = "N",
            defaultValue = "20",
            description = "So many runs that were seen (default ${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--json", description = "One JSON object for each run.")
    private boolean json;

    RunsCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        if (files.isEmpty()) {
            house.journal()
                    .runs()
                    .latest(house.repository(), Math.max(0, count))
                    .forEach(this::print);
        } else {
            files.forEach(this::read);
        }
        return 0;
    }

    private void read(String file) {
        RunFacts facts = RunFacts.of(file, TraceReader.read(List.of(path(file))));
        if (json) {
            house.out().println(Json.line(facts.json()));
        } else {
            facts.lines().forEach(house.out()::println);
        }
    }

    private Path path(String file) {
        try {
            return house.folder().resolve(file);
        } catch (InvalidPathException e) {
            throw new CommandException("`" + file + "` is no path: " + e.getReason());
        }
    }

    private void print(StoredRun run) {
        if (json) {
            house.out().println(Json.line(json(run)));
        } else {
            house.out()
                    .println(String.format(
                            Locale.ROOT,
                            "%s %s %-8s %s: %d passed, %d failed, %d errored, %d skipped; %s; %s",
                            run.observedAt().toString().substring(0, 19),
                            Commit.shortId(run.id()),
                            run.outcome().value().word(),
                            run.source(),
                            run.counts().passed(),
                            run.counts().failed(),
                            run.counts().errored(),
                            run.counts().skipped(),
                            run.outcome().reason(),
                            run.boundTo().isEmpty() ? run.binding() : "commit " + Commit.shortId(run.boundTo())));
        }
    }

    private static Map<String, Object> json(StoredRun run) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("run", run.id());
        object.put("source", run.source());
        object.put("format", run.format());
        object.put("observed", run.observedAt().toString());
        object.put("total", run.counts().total());
        object.put("passed", run.counts().passed());
        object.put("failed", run.counts().failed());
        object.put("errored", run.counts().errored());
        object.put("skipped", run.counts().skipped());
        object.put("flaky", run.counts().flaky());
        object.put("scope", run.scope().name());
        object.put("outcome", run.outcome().value().word());
        object.put("rule", run.outcome().rule());
        object.put("confidence", run.outcome().confidence());
        object.put(
                "signals",
                run.outcome().signals().stream().map(Enum::name).sorted().toList());
        object.put("commit", run.boundTo().isEmpty() ? null : run.boundTo());
        object.put("binding", run.binding());
        return object;
    }
}
