package dev.expertd.cli;

import dev.expertd.cli.house.House;
import java.nio.file.Files;
import java.nio.file.Path;
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
        },
        subcommands = {
            InitCommand.class,
            LearnCommand.class,
            StatusCommand.class,
            LogCommand.class,
            ReportCommand.class,
            RunsCommand.class,
            TestsCommand.class,
            WhyCommand.class,
            ReviewCommand.class,
            UndoCommand.class,
            RefsCommand.class,
            DriftCommand.class,
            BackfillCommand.class,
            RouteCommand.class,
            DaemonCommand.class,
            ServiceCommand.class,
            DoctorCommand.class,
            JournalCommand.class,
            HooksCommand.class,
            MergeDriverCommand.class,
            UninstallCommand.class
        })
final class Expertd implements Runnable {
    private final House house;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Expertd(House house) {
        this.house = house;
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
