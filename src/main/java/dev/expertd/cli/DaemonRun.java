package dev.expertd.cli;

import dev.expertd.cli.house.CommandException;
import dev.expertd.cli.house.House;
import dev.expertd.cli.text.Acts;
import dev.expertd.config.Settings;
import dev.expertd.config.SettingsException;
import dev.expertd.config.SettingsLoader;
import dev.expertd.daemon.Daemon;
import dev.expertd.daemon.DaemonControl;
import dev.expertd.daemon.DaemonState;
import dev.expertd.daemon.Pass;
import dev.expertd.daemon.Roster;
import dev.expertd.daemon.RotatingLog;
import dev.expertd.daemon.SafeLog;
import dev.expertd.daemon.Troubles;
import dev.expertd.daemon.install.ClassArchive;
import dev.expertd.daemon.life.DaemonLife;
import dev.expertd.git.GitLayout;
import dev.expertd.git.GitReaders;
import dev.expertd.io.DurableFile;
import dev.expertd.io.PassLock;
import dev.expertd.io.Places;
import dev.expertd.learn.PassResult;
import dev.expertd.learn.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
    private static final String LOGGER = "expertd";
    private static final Duration BUSY = Duration.ofMillis(200);

    /** A command that asks whether a daemon runs holds the lock for a moment. */
    private static final Duration PROBED = Duration.ofMillis(200);

    private static final Duration STEP = Duration.ofMillis(20);
    private static final Duration TURN = Duration.ofSeconds(1);

    private static final Duration CARE_AFTER = Duration.ofMinutes(1);
    private static final Duration CARE_EVERY = Duration.ofHours(1);

    private final House house;
    private boolean one;

    @Option(
            names = "--log",
            description = "Write what is logged into the log file, which is kept small, not to stderr.")
    private boolean toFile;

    @Option(names = "--service", hidden = true, description = "Started by a service manager, which starts it again.")
    private boolean service;

    DaemonRun(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SettingsException {
        one = house.isFolderNamed();
        Places places = house.places();
        places.make();
        Files.createDirectories(places.config()); // there already, so that it can be watched
        try (PassLock single = single(places)) {
            openLog(logSettings(places));
            DaemonLife life = new DaemonLife(one ? Optional.empty() : Optional.of(house.lives()), service);
            try {
                run(places, life);
                return 0;
            } catch (IOException | SettingsException | RuntimeException | Error e) {
                life.failed(e);
                throw e;
            }
        }
    }

    /** Beside another daemon, one that a person starts is refused; that of a service manager waits for its turn. */
    private PassLock single(Places places) throws IOException {
        String lock = lockName();
        Optional<PassLock> single = acquire(places, lock, PROBED, STEP);
        while (single.isEmpty() && service) {
            single = acquire(places, lock, TURN.multipliedBy(2), TURN);
        }
        return single.orElseThrow(() -> new CommandException("a daemon runs already"
                + PassLock.holder(places.locks(), lock)
                        .map(pid -> " as process " + pid)
                        .orElse("")
                + "; `expertd daemon stop` ends it"));
    }

    private String lockName() {
        return one ? DaemonControl.LOCK + "-" + house.repository() : DaemonControl.LOCK;
    }

    private static Optional<PassLock> acquire(Places places, String lock, Duration patience, Duration step)
            throws IOException {
        return PassLock.acquire(places.locks(), lock, patience, () -> {
            LockSupport.parkNanos(step.toNanos());
            return true;
        });
    }

    private void run(Places places, DaemonLife life) throws IOException, InterruptedException, SettingsException {
        life.begin(() -> mode("wait"));
        Settings settings = SettingsLoader.load(places.userSettings());
        Troubles troubles = new Troubles(
                places.troubles(lockName()), ProcessHandle.current().pid());
        JournalCare care = new JournalCare(house, troubles);
        Pass pass = new GuardedPass(house, care, troubles, this::pass);
        Supplier<Map<Path, Path>> worktrees = one ? this::onlyOne : new Roster(places);
        try (Daemon daemon = new Daemon(pass, worktrees, places.userSettings(), settings.sweep(), this::mode)) {
            life.stopping(daemon::close);
            DurableFile.sweepTemporaries(places.daemonState());
            mode("watch");
            log().info(
                            "expertd {} runs as process {}",
                            house.version(),
                            ProcessHandle.current().pid());
            ScheduledExecutorService caring = caring(care);
            daemon.run();
            caring.shutdownNow();
        }
    }

    /** If they are refused, that is told when the others are read; what is logged until then is logged as by default. */
    private static Settings.Log logSettings(Places places) throws SettingsException {
        try {
            return SettingsLoader.load(places.userSettings()).log();
        } catch (SettingsException e) {
            return SettingsLoader.load(places.config().resolve("no such file")).log();
        }
    }

    /** slf4j-simple writes to whatever is the error stream at the moment, and asks for a logger's level once. */
    private void openLog(Settings.Log log) {
        System.setProperty("org.slf4j.simpleLogger.log." + LOGGER, log.level());
        OutputStream to = toFile || service
                ? RotatingLog.of(house.places().log(), log)
                : System.err; // which a service manager may keep
        System.setErr(new PrintStream(new SafeLog(to), true, StandardCharsets.UTF_8));
    }

    private static Logger log() {
        return LoggerFactory.getLogger(LOGGER);
    }

    private Map<Path, Path> onlyOne() {
        GitLayout layout = house.layout();
        return Map.of(layout.workTree(), house.places().spool(house.repository(layout)));
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
                        .forEach(judged -> Acts.lines(judged).forEach(line -> log().info("{}: {}", repository, line)));
                return new Pass.Next(result.lookAgain(), () -> house.learner().glance(worktree), result.watch());
            }
        } catch (IOException e) {
            throw new CommandException(worktree + " cannot be looked at: " + e.getMessage());
        }
    }

    /** A thread of its own: copying the journal may take longer than a sweep. */
    private ScheduledExecutorService caring(JournalCare care) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "expertd-care");
            made.setDaemon(true);
            return made;
        });
        var unused = thread.scheduleWithFixedDelay(
                care::daily, CARE_AFTER.toSeconds(), CARE_EVERY.toSeconds(), TimeUnit.SECONDS);
        var unusedRenewal = thread.schedule(this::renewArchive, CARE_AFTER.toSeconds(), TimeUnit.SECONDS);
        return thread;
    }

    /** Behind the start, which it would slow down. */
    private void renewArchive() {
        ClassArchive archive = house.classArchive();
        try {
            if (archive.isOld()) {
                log().info(
                                archive.renew()
                                        ? "Java was replaced; the class archive was made anew"
                                        : "Java was replaced, and this one makes no class archive; commands start slowly");
            }
        } catch (IOException e) {
            log().warn("the class archive cannot be made anew: {}; `./install.sh` does", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
            log().error("{} cannot be written: {}", file, e.getMessage());
        }
    }
}
