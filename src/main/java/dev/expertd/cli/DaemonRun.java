package dev.expertd.cli;

import dev.expertd.config.SettingsException;
import dev.expertd.config.SettingsLoader;
import dev.expertd.daemon.Daemon;
import dev.expertd.daemon.DaemonState;
import dev.expertd.daemon.Pass;
import dev.expertd.git.GitException;
import dev.expertd.git.GitReader;
import dev.expertd.git.GitReaders;
import dev.expertd.io.PassLock;
import dev.expertd.io.Places;
import dev.expertd.learn.PassResult;
import dev.expertd.learn.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** The daemon in the foreground. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = {
            "Runs the daemon here until it is stopped (Ctrl-C or SIGTERM).",
            "With -C DIR it looks after that one repository, enrolled or not; without, after all that are enrolled."
        },
        footer = {"", "Example:", "  expertd daemon run -C ~/work/shop"})
final class DaemonRun implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger("expertd");
    private static final Duration BUSY = Duration.ofMillis(200);

    private final House house;
    private boolean one;

    DaemonRun(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SettingsException {
        one = house.isFolderNamed();
        Places places = house.places();
        places.make();
        String lock = one ? "daemon-" + house.repository() : "daemon";
        Optional<PassLock> single = PassLock.tryAcquire(places.locks(), lock);
        if (single.isEmpty()) {
            throw new CommandException("a daemon runs already"
                    + PassLock.holder(places.locks(), lock)
                            .map(pid -> " as process " + pid)
                            .orElse("")
                    + "; `expertd daemon stop` ends it");
        }
        Duration sweep = SettingsLoader.load(places.userSettings()).sweep();
        try (PassLock held = single.get();
                Daemon daemon = new Daemon(this::pass, this::worktrees, sweep, this::mode)) {
            Thread onSignal = new Thread(daemon::close, "expertd-stop");
            Runtime.getRuntime().addShutdownHook(onSignal);
            mode("watch");
            LOG.info(
                    "expertd {} runs as process {}",
                    house.version(),
                    ProcessHandle.current().pid());
            daemon.run();
        }
        return 0;
    }

    private Pass.Next pass(Path worktree) {
        Places places = house.places();
        try {
            String repository = house.repository(GitReaders.layout(worktree));
            Optional<PassLock> lock = PassLock.tryAcquire(places.locks(), repository);
            if (lock.isEmpty()) {
                return new Pass.Next(Optional.of(BUSY), Set.of());
            }
            try (PassLock held = lock.get()) {
                PassResult result = house.learner().learn(worktree, Request.onHint());
                result.judged()
                        .forEach(judged -> Acts.lines(judged).forEach(line -> LOG.info("{}: {}", repository, line)));
                return new Pass.Next(result.lookAgain(), result.watch());
            }
        } catch (IOException e) {
            throw new CommandException(worktree + " cannot be looked at: " + e.getMessage());
        }
    }

    /** Every worktree of every repository to look after, with its spool. */
    private Map<Path, Path> worktrees() {
        Map<Path, Path> found = new LinkedHashMap<>();
        for (Path root : roots()) {
            try (GitReader git = GitReaders.open(root)) {
                Path spool = house.places().spool(house.repository(git.layout()));
                (one ? List.of(git.layout().workTree()) : git.worktrees())
                        .forEach(worktree -> found.put(worktree, spool));
            } catch (GitException e) {
                LOG.warn("{}", e.getMessage());
            }
        }
        return found;
    }

    private List<Path> roots() {
        if (one) {
            return List.of(house.folder());
        }
        try {
            return SettingsLoader.load(house.places().userSettings()).repositories().stream()
                    .map(Path::of)
                    .toList();
        } catch (SettingsException e) {
            LOG.error("the settings cannot be read, nothing is looked after until they can: {}", e.getMessage());
            return List.of();
        }
    }

    private void mode(String mode) {
        if (one) {
            return;
        }
        Path file = house.places().daemonState();
        DaemonState now = new DaemonState(
                ProcessHandle.current().pid(),
                ProcessHandle.current()
                        .info()
                        .startInstant()
                        .orElse(house.clock().instant()),
                mode,
                house.version());
        try {
            if (!DaemonState.read(file).filter(now::equals).isPresent()) {
                now.write(file);
            }
        } catch (IOException e) {
            LOG.error("{} cannot be written: {}", file, e.getMessage());
        }
    }
}
