package dev.expertd.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The journal by hand. */
@Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = "Gives out, copies or prunes what expertd remembers.",
        footer = {"", "Example:", "  expertd journal export -C ~/work/shop > shop.jsonl"},
        subcommands = {JournalExportCommand.class, JournalBackupCommand.class, JournalPruneCommand.class})
final class JournalCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say export, backup or prune");
    }
}
