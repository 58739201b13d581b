package dev.expertd.cli;

import dev.expertd.cli.house.CommandException;
import dev.expertd.cli.house.House;
import dev.expertd.config.Settings;
import dev.expertd.config.SettingsException;
import dev.expertd.config.SettingsLoader;
import dev.expertd.daemon.install.EnrolmentFile;
import dev.expertd.daemon.install.Hooks;
import dev.expertd.expertise.Templates;
import dev.expertd.expertise.TopFolders;
import dev.expertd.git.GitReader;
import dev.expertd.git.GitReaders;
import dev.expertd.learn.HistoryRange;
import dev.expertd.learn.Request;
import dev.expertd.model.Expert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Enrols a repository. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = {
            "Enrols a repository: finds experts, traces and the test runner, installs the hook, and says what is missing.",
            "Writes nothing into the work tree unless --create or --command asks for it."
        },
        footer = {"", "Example:", "  expertd init ~/work/shop --create backend"})
final class InitCommand implements Callable<Integer> {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,60}");

    private static final String COMMANDS = ".claude/commands/experts";

    private static final int DAYS = 90;
    private static final int COMMITS = 500;

    private final House house;

    @Parameters(arity = "0..1", paramLabel = "REPO", description = "The repository; the one you stand in without.")
    private @Nullable Path repo;

    @Option(names = "--create", paramLabel = "NAME", description = "Make a new expert of that name.")
    private String create = "";

    @Option(
            names = "--command",
            description = {
                "Write a self-improve.md that calls expertd for each expert that has none,",
                "in .claude/commands/experts/NAME, where commands are looked for."
            })
    private boolean command;

    @Option(names = "--no-hook", description = "Install no hook; the sweep finds commits within seconds.")
    private boolean noHook;

    InitCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException, SettingsException {
        if (repo != null) {
            house.folder(repo);
        }
        house.places().make();
        Path root;
        try (GitReader git = GitReaders.open(house.folder())) {
            root = git.layout().workTree();
        }
        Settings settings = SettingsLoader.load(house.places().userSettings(), root);
        house.out().println("repository: " + root);
        if (!create.isEmpty()) {
            create(root);
        }
        List<Expert> experts = new InitFindings(house, root, settings).print();
        if (command) {
            experts.forEach(expert -> command(root, expert));
        }
        enrol(root);
        if (noHook) {
            house.out().println("hook: not installed, as asked; the sweep looks instead");
        } else {
            hooks();
        }
        house.learn(new Request(false, true, "", Optional.empty(), "", "", "", true));
        if (!experts.isEmpty()) {
            history();
        }
        house.out()
                .println(
                        house.daemon().running().isPresent()
                                ? "daemon: running, it looks after this repository from now on"
                                : "daemon: not running; `expertd daemon start` starts it");
        return 0;
    }

    private void hooks() {
        try {
            Hooks.inWords(house.hooks(house.layout()).install())
                    .forEach(line -> house.out().println("hook: " + line));
        } catch (IOException e) {
            house.out().println("hook: none, the sweep looks instead: " + e.getMessage());
        }
    }

    /** How much the history of the last months would teach; a longer one is only looked at by {@code backfill}. */
    private void history() {
        LocalDate day = LocalDate.now(house.clock()).minusDays(DAYS);
        Instant from = day.atStartOfDay(house.clock().getZone()).toInstant();
        int lessons = house.backfill()
                .count(house.folder(), git -> HistoryRange.since(from), COMMITS)
                .queued();
        house.out()
                .println("history: "
                        + (lessons == 0
                                ? "no lesson waits"
                                : lessons == 1 ? "1 lesson waits" : lessons + " lessons wait")
                        + " in the last " + DAYS + " days"
                        + (lessons == 0 ? "" : "; `expertd backfill --since " + day + "` puts them into review"));
    }

    private void create(Path root) throws IOException {
        if (!NAME.matcher(create).matches()) {
            throw new CommandException("`" + create + "` is no name for an expert; use letters, digits, - and _");
        }
        Path file = root.resolve(COMMANDS).resolve(create).resolve("expertise.md");
        if (Files.exists(file)) {
            house.out().println("expert: " + create + " exists already");
            return;
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, Templates.expertise(create, TopFolders.of(root, create), LocalDate.now(house.clock())));
        house.out()
                .println("expert: made " + root.relativize(file)
                        + "; say in its `Sources` line what it knows, and describe that in its Parts");
    }

    private void command(Path root, Expert expert) {
        if (!NAME.matcher(expert.name()).matches()) {
            house.out().println("command: none for " + expert.file() + ", since no command can be called like it");
            return;
        }
        // beside a single file it would be no command, and in .claude/experts an expert of its own
        Path file = root.resolve(COMMANDS).resolve(expert.name()).resolve("self-improve.md");
        try {
            if (Files.exists(file)) {
                house.out().println("command: " + root.relativize(file) + " exists already");
            } else {
                Files.createDirectories(file.getParent());
                Files.writeString(file, Templates.selfImprove(expert.name()));
                house.out().println("command: made " + root.relativize(file));
            }
        } catch (IOException e) {
            throw new CommandException(file + " cannot be written: " + e.getMessage());
        }
    }

    private void enrol(Path root) throws IOException, SettingsException {
        boolean added = new EnrolmentFile(house.places()).add(root);
        house.out().println(added ? "enrolled: in " + house.places().userSettings() : "enrolled: already");
    }
}
