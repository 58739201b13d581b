package dev.expertd.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The daemon in the hands of the system. */
@Command(
        name = "service",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = {
            "Lets the system start the daemon and start it again: a systemd user unit on Linux, a launchd agent on macOS.",
            "Tried with systemd 252; the agent for macOS was written by its documentation and not tried there."
        },
        footer = {"", "Example:", "  expertd service install"},
        subcommands = {ServiceInstall.class, ServiceUninstall.class, ServiceStatus.class})
final class ServiceCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say install, uninstall or status");
    }
}
