package dev.expertd.cli.house;

import dev.expertd.config.SettingsException;
import dev.expertd.config.SettingsSource;
import dev.expertd.daemon.DaemonControl;
import dev.expertd.daemon.install.ClassArchive;
import dev.expertd.daemon.install.Hooks;
import dev.expertd.daemon.install.HooksFolder;
import dev.expertd.daemon.install.service.Services;
import dev.expertd.daemon.life.LifeNotes;
import dev.expertd.draft.delta.RegressionDrafter;
import dev.expertd.draft.delta.TestDeltaDrafter;
import dev.expertd.draft.message.MessageDrafter;
import dev.expertd.draft.message.NoteDrafter;
import dev.expertd.draft.message.RevertDrafter;
import dev.expertd.draft.together.CoChangeDrafter;
import dev.expertd.git.GitException;
import dev.expertd.git.GitLayout;
import dev.expertd.git.GitReaders;
import dev.expertd.io.PassLock;
import dev.expertd.io.Places;
import dev.expertd.io.RepositoryId;
import dev.expertd.journal.Journal;
import dev.expertd.learn.Backfill;
import dev.expertd.learn.Drafters;
import dev.expertd.learn.Learner;
import dev.expertd.learn.PassResult;
import dev.expertd.learn.Request;
import dev.expertd.redact.Redacted;
import dev.expertd.upkeep.Checkout;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The wiring of the whole house, each part made when it is first asked for. */
public final class House implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_NANOS = 100_000_000;
    private static final int PASSES = 2;

    private final Class<?> main;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private final Terminal terminal;
    private final Clock clock = Clock.system(ZoneId.systemDefault());
    private @Nullable Journal journal;
    private @Nullable Learner learner;
    private boolean folderNamed;
    private Path folder = Path.of("").toAbsolutePath();

    /** @param main what a process of this program is started with */
    public House(Class<?> main, Map<String, String> environment, PrintStream out, PrintStream err, Terminal terminal) {
        this.main = main;
        this.environment = environment;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    public Terminal terminal() {
        return terminal;
    }

    public Editor editor() {
        return new Editor(environment, terminal);
    }

    public PrintStream out() {
        return out;
    }

    public PrintStream err() {
        return err;
    }

    public Map<String, String> environment() {
        return environment;
    }

    public Clock clock() {
        return clock;
    }

    /** The folder that {@code -C} names; the current one without it. */
    public Path folder() {
        return folder;
    }

    public void folder(Path named) {
        folder = named.toAbsolutePath();
        folderNamed = true;
    }

    /** True if commands without {@code -C} are about that work tree. */
    public boolean isIn(Path worktree) {
        try {
            return layout().workTree().equals(worktree.toAbsolutePath().normalize());
        } catch (GitException e) {
            return false; // in no repository at all
        }
    }

    public boolean isFolderNamed() {
        return folderNamed;
    }

    public Places places() {
        return Places.of(environment, System.getProperty("os.name", ""));
    }

    public String version() {
        String version = House.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    public synchronized Journal journal() {
        if (journal == null) {
            try {
                places().make();
            } catch (IOException e) {
                throw new CommandException("the folder " + places().state() + " cannot be made: " + e.getMessage());
            }
            journal = Journal.open(places().journal());
        }
        return journal;
    }

    /** Opens the journal, or opens it again if another file has come to its place. */
    public synchronized Journal journalInPlace() {
        Journal open = journal();
        if (!open.isInPlace()) {
            open.renew();
        }
        return open;
    }

    /** The same for every pass, since it remembers how far it has read traces that grow. */
    public synchronized Learner learner() {
        Learner made = learner;
        if (made == null) {
            made = new Learner(places(), journal(), drafters(), clock);
            learner = made;
        }
        return made;
    }

    public Backfill backfill() {
        return new Backfill(places(), journal(), drafters(), clock);
    }

    private static Drafters drafters() {
        return new Drafters(
                List.of(new RevertDrafter(), new MessageDrafter(), new CoChangeDrafter()),
                new TestDeltaDrafter(),
                new RegressionDrafter(),
                new NoteDrafter());
    }

    public GitLayout layout() {
        return GitReaders.ownLayout(folder);
    }

    /** The id of the repository around the folder. */
    public String repository() {
        return repository(layout());
    }

    public String repository(GitLayout layout) {
        try {
            return RepositoryId.of(layout.commonDir());
        } catch (IOException e) {
            throw new CommandException(layout.commonDir() + " cannot be read: " + e.getMessage());
        }
    }

    public Hooks hooks(GitLayout layout) throws IOException {
        return new Hooks(
                HooksFolder.of(layout.workTree(), layout.commonDir()),
                layout.workTree(),
                layout.commonDir(),
                places().spool(repository(layout)));
    }

    public DaemonControl daemon() {
        return new DaemonControl(places(), environment);
    }

    public Services services() {
        return new Services(
                places(),
                environment,
                System.getProperty("os.name", ""),
                launcher(),
                program("daemon", "run", "--log"),
                lives());
    }

    public LifeNotes lives() {
        return new LifeNotes(places(), clock);
    }

    /** Makes a pass by hand: waits for whoever makes one now, and says for whom. */
    public PassResult learn(Request request) throws IOException {
        return locked(() -> learner().learn(folder, request));
    }

    /** Work that nobody else may do at the same time on one repository. */
    public interface Work<T> {
        T get() throws IOException;
    }

    /** Does the work under the lock of the repository around the folder; waits for whoever holds it, and says for whom. */
    public <T> T locked(Work<T> work) throws IOException {
        String repository = repository();
        places().make();
        boolean[] told = {false};
        Optional<PassLock> lock = PassLock.acquire(places().locks(), repository, PATIENCE, () -> {
            if (!told[0]) {
                told[0] = true;
                err.println("expertd: waiting for " + holder(repository));
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            return true;
        });
        if (lock.isEmpty()) {
            throw new CommandException("still in use by " + holder(repository) + "; try again when it is done");
        }
        try (PassLock held = lock.get()) {
            return work.get();
        }
    }

    /** The checkout around the folder, with its experts as they stand now. */
    public Checkout checkout() throws IOException, SettingsException {
        return Checkout.open(folder, SettingsSource.asWritten(places().userSettings()), journal(), clock);
    }

    /**
     * Makes the pass that brings what a person decided into the files, once more if a file was just being changed; says
     * why something waits.
     */
    public Map<String, Redacted> passAfterDecision() throws IOException {
        Request request = new Request(false, true, "", Optional.empty(), "", "", "", false);
        PassResult result = learn(request);
        for (int again = 0;
                again < PASSES
                        && !result.waiting().isEmpty()
                        && result.lookAgain().isPresent();
                again++) {
            LockSupport.parkNanos(result.lookAgain().get().toNanos());
            result = learn(request);
        }
        return result.waiting();
    }

    private String holder(String repository) {
        return PassLock.holder(places().locks(), repository)
                .map(pid -> "process " + pid)
                .orElse("another process");
    }

    /** The launcher that started this program; empty if it was started without one. */
    public Optional<Path> launcher() {
        String path = System.getProperty("expertd.launcher", "");
        return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path));
    }

    /** The folder in which the program was installed. */
    public Path programFolder() {
        String path = System.getProperty("expertd.program", "");
        return path.isEmpty() ? places().data() : Path.of(path);
    }

    /** What lets this program start quickly. */
    public ClassArchive classArchive() {
        Path jar = Path.of(System.getProperty("java.class.path", "")).toAbsolutePath();
        return new ClassArchive(
                jar.resolveSibling("").normalize(),
                System.getProperty("expertd.java", ""),
                System.getProperty("java.vm.version"));
    }

    /** The command that runs this very program again. */
    public List<String> program(String... arguments) {
        List<String> command = new ArrayList<>();
        Optional<Path> launcher = launcher();
        if (launcher.isPresent()) {
            command.add(launcher.get().toString());
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        }
        command.addAll(List.of(arguments));
        return command;
    }

    @Override
    public void close() {
        if (journal != null) {
            journal.close();
        }
    }
}
