package dev.expertd.cli;

import dev.expertd.daemon.install.HookedFile;
import dev.expertd.daemon.install.Hooks;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The hooks of a repository. */
@Command(
        name = "hooks",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = "Installs, removes or shows the hook that hints at new commits.",
        footer = {
            "",
            "Example:",
            "  expertd hooks install",
            "  expertd hooks status -C ~/work/shop",
            "  expertd hooks uninstall -C ~/work/shop"
        })
final class HooksCommand implements Callable<Integer> {
    private final House house;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "install|uninstall|status", description = "What to do.")
    private String what = "";

    @Option(names = "--json", description = "One JSON object for each hook.")
    private boolean json;

    HooksCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        Hooks hooks = house.hooks(house.layout());
        List<Hooks.State> states = switch (what) {
            case "install" -> {
                new HookedFile(house.places()).add(house.layout().workTree());
                yield hooks.install();
            }
            case "uninstall" -> hooks.uninstall();
            case "status" -> hooks.status();
            default -> throw new CommandLine.ParameterException(spec.commandLine(), "say install, uninstall or status");
        };
        for (Hooks.State state : states) {
            house.out()
                    .println(
                            json
                                    ? Json.line(Map.of(
                                            "hook",
                                            state.hook(),
                                            "installed",
                                            state.installed(),
                                            "words",
                                            state.words()))
                                    : state.hook() + ": " + state.words());
        }
        return 0;
    }
}
