package dev.expertd.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The background service by hand. */
@Command(
        name = "daemon",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = "Runs, starts or stops the background service.",
        footer = {"", "Example:", "  expertd daemon start"},
        subcommands = {DaemonRun.class, DaemonStart.class, DaemonStop.class, DaemonRestart.class})
final class DaemonCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say run, start, stop or restart");
    }
}
