package dev.expertd.cli;

import dev.expertd.cli.house.House;
import dev.expertd.cli.text.Json;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everything known, as JSON lines. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = {
            "Prints everything known as JSON Lines: one object for each row, of all repositories unless one is named.",
            "Each begins with its `type`; kinds follow one another in this order, each oldest first: repository, tip,",
            "commit, trace, run, test, verdict, failure, act, refusal, learning, repetition, whereabouts, moved_path,",
            "reference_edit, drift, doubt, waiting. Times are ISO 8601 in UTC. Texts are redacted as they are stored;",
            "texts and paths of uncommitted trees are left out."
        },
        footer = {
            "",
            "Example:",
            "  expertd journal export -C ~/work/shop | jq -c 'select(.type == \"learning\") | [.state, .text]'"
        })
final class JournalExportCommand implements Callable<Integer> {
    private final House house;

    @Option(
            names = "--repository",
            paramLabel = "DIR",
            description = "Only what is known of that repository, as -C does.")
    private @Nullable Path repository;

    JournalExportCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        Path named = repository;
        if (named != null) {
            house.folder(named);
        }
        String only = house.isFolderNamed() ? house.repository() : "";
        house.journal().export().rows(only, row -> {
            house.out().println(Json.line(row));
            return !house.out().checkError(); // whoever reads may have had enough
        });
        return 0;
    }
}
