package dev.expertd.cli;

import dev.expertd.cli.house.House;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of all commands. */
@Command(
        name = "expertd",
        versionProvider = VersionText.class,
        mixinStandardHelpOptions = true,
        description = "Gives a repository's expert files a memory it has earned.",
        footer = {
            "",
            "Example:",
            "  expertd init                 enrol the repository you stand in",
            "  expertd report               what was learned last"
        })
final class Expertd implements Runnable {
    /** By name, in the order in which the help lists them. */
    static final Map<String, Class<?>> COMMANDS = commands();

    private final House house;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Expertd(House house) {
        this.house = house;
    }

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> all = new LinkedHashMap<>();
        all.put("init", InitCommand.class);
        all.put("learn", LearnCommand.class);
        all.put("status", StatusCommand.class);
        all.put("log", LogCommand.class);
        all.put("report", ReportCommand.class);
        all.put("runs", RunsCommand.class);
        all.put("tests", TestsCommand.class);
        all.put("why", WhyCommand.class);
        all.put("review", ReviewCommand.class);
        all.put("undo", UndoCommand.class);
        all.put("refs", RefsCommand.class);
        all.put("drift", DriftCommand.class);
        all.put("backfill", BackfillCommand.class);
        all.put("route", RouteCommand.class);
        all.put("daemon", DaemonCommand.class);
        all.put("service", ServiceCommand.class);
        all.put("doctor", DoctorCommand.class);
        all.put("journal", JournalCommand.class);
        all.put("hooks", HooksCommand.class);
        all.put("merge-driver", MergeDriverCommand.class);
        all.put("uninstall", UninstallCommand.class);
        return all;
    }

    /**
     * The command line for these arguments. To know all commands costs as much as the rest of the start of one; so only
     * the one that is called is made known, and all where that is not clear at once, or help is wanted.
     */
    static CommandLine line(House house, String... arguments) {
        Wiring wiring = new Wiring(house);
        CommandLine line = new CommandLine(new Expertd(house), wiring);
        int first = 0;
        while (first + 1 < arguments.length && arguments[first].equals("-C")) {
            first += 2;
        }
        Class<?> called = first < arguments.length ? COMMANDS.get(arguments[first]) : null;
        Map<String, Class<?>> known = called == null ? COMMANDS : Map.of(arguments[first], called);
        known.forEach((name, command) -> line.addSubcommand(name, new CommandLine(command, wiring)));
        return line;
    }

    /** Before or after the subcommand, as in git. */
    @Option(names = "-C", paramLabel = "DIR", scope = ScopeType.INHERIT, description = "Work as if started in DIR.")
    void in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "there is no folder " + folder);
        }
        house.folder(folder);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
