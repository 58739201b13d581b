package dev.expertd.cli;

import dev.expertd.cli.house.House;
import dev.expertd.cli.text.Json;
import dev.expertd.daemon.install.HookedFile;
import dev.expertd.daemon.install.Hooks;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
        description = {
            "Installs, removes or shows the hooks that hint at new commits: in .git/config where git is 2.54 or later,"
                    + " else as files that run what was there before.",
            "Folders of hooks that are tracked or shared are left alone; without a hook the sweep finds commits."
        },
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
                house.places().make();
                new HookedFile(house.places()).add(house.layout().workTree());
                yield hooks.install();
            }
            case "uninstall" -> hooks.uninstall();
            case "status" -> hooks.status();
            default -> throw new CommandLine.ParameterException(spec.commandLine(), "say install, uninstall or status");
        };
        states.forEach(
                state -> house.out().println(json ? Json.line(json(state)) : state.hook() + ": " + state.words()));
        return 0;
    }

    private static Map<String, Object> json(Hooks.State state) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("hook", state.hook());
        object.put("installed", state.installed());
        object.put("how", state.how().name().toLowerCase(Locale.ROOT));
        object.put("words", state.words());
        return object;
    }
}
