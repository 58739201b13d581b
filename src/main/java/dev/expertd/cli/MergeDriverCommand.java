package dev.expertd.cli;

import dev.expertd.cli.house.House;
import dev.expertd.cli.text.Json;
import dev.expertd.config.SettingsException;
import dev.expertd.config.SettingsLoader;
import dev.expertd.daemon.install.HookedFile;
import dev.expertd.daemon.install.MergeDriver;
import dev.expertd.expertise.ExpertFinder;
import dev.expertd.git.GitLayout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The merge driver of a repository. */
@Command(
        name = "merge-driver",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = {
            "Installs, removes or shows the merge driver of a repository: two branches that both added learnings then"
                    + " merge without a conflict, and everything else as git merges it.",
            "It is installed for this clone, in .git/config and .git/info/attributes; nothing is written into the work"
                    + " tree."
        },
        footer = {
            "",
            "Example:",
            "  expertd merge-driver install",
            "  expertd merge-driver status -C ~/work/shop",
            "  expertd merge-driver uninstall -C ~/work/shop"
        },
        subcommands = MergeDriverMerge.class)
final class MergeDriverCommand implements Callable<Integer> {
    private final House house;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "install|uninstall|status", arity = "0..1", description = "What to do.")
    private String what = "";

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    MergeDriverCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException, SettingsException {
        GitLayout layout = house.layout();
        MergeDriver driver = new MergeDriver(layout.workTree(), layout.commonDir());
        switch (what) {
            case "install" -> install(driver, layout.workTree());
            case "uninstall" -> uninstall(driver);
            case "status" -> status(driver, driver.status(files(layout.workTree())));
            default -> throw new CommandLine.ParameterException(spec.commandLine(), "say install, uninstall or status");
        }
        return 0;
    }

    private void install(MergeDriver driver, Path workTree) throws IOException, SettingsException {
        new HookedFile(house.places()).add(workTree);
        MergeDriver.State state = driver.install(program(), files(workTree));
        status(driver, state);
        if (!json && !state.attributes().isEmpty()) {
            house.out()
                    .println("To share it, commit these lines in .gitattributes; each clone that ran"
                            + " `expertd merge-driver install` follows them, every other merges as before:");
            state.attributes().forEach(line -> house.out().println("  " + line));
        }
    }

    private void uninstall(MergeDriver driver) throws IOException {
        List<Path> changed = driver.uninstall();
        if (json) {
            house.out()
                    .println(Json.line(Map.of(
                            "installed",
                            false,
                            "removed",
                            changed.stream().map(Path::toString).toList())));
            return;
        }
        changed.forEach(file -> house.out().println("removed: our lines in " + file));
        if (changed.isEmpty()) {
            house.out().println("merge driver: was not installed");
        }
    }

    private void status(MergeDriver driver, MergeDriver.State state) {
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("installed", state.installed());
            object.put("driver", state.driver().orElse(null));
            object.put("attributes", state.attributes());
            object.put("files", state.files());
            house.out().println(Json.line(object));
            return;
        }
        house.out()
                .println("config: "
                        + (state.driver().isPresent()
                                ? "[merge \"expertd\"] in " + driver.config()
                                : "not installed; `expertd merge-driver install` does it"));
        state.driver().ifPresent(line -> house.out().println("driver: " + line));
        state.attributes().forEach(line -> house.out().println("attributes: " + line + " in " + driver.attributes()));
        state.files().keySet().forEach(file -> house.out().println("file: " + file + ": " + words(state, file)));
    }

    private static String words(MergeDriver.State state, String file) {
        if (state.merges(file)) {
            return state.driver().isPresent()
                    ? "merged by expertd"
                    : "to be merged by expertd, which is not installed here; git merges it as before";
        }
        return state.isFree(file)
                ? "merged as git merges every file"
                : "left alone, since .gitattributes gives it another driver (`git check-attr merge " + file + "`)";
    }

    /** The expertise files of the work tree. */
    private List<String> files(Path workTree) throws SettingsException {
        return ExpertFinder.find(workTree, SettingsLoader.load(house.places().userSettings(), workTree))
                .experts()
                .stream()
                .map(view -> view.expert().file())
                .toList();
    }

    /** What starts this program from any folder. */
    private List<String> program() {
        List<String> words = new ArrayList<>(house.program());
        int at = words.indexOf("-cp") + 1;
        if (at > 0) {
            words.set(
                    at,
                    Arrays.stream(words.get(at).split(File.pathSeparator, -1))
                            .map(entry -> Path.of(entry).toAbsolutePath().toString())
                            .collect(Collectors.joining(File.pathSeparator)));
        }
        return words;
    }
}
