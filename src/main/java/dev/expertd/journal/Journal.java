package dev.expertd.journal;

import dev.expertd.io.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/**
 * Everything that expertd remembers, in one SQLite database for all repositories.
 *
 * <p>Write-ahead log with full synchronisation: what a finished transaction wrote survives a crash. Transactions are
 * short and never span a look at git or the writing of a file.
 */
public final class Journal implements AutoCloseable {
    private final Sql sql;
    private final Checkpoints checkpoints;
    private final CommitStore commits;
    private final TraceStore traces;
    private final VerdictStore verdicts;
    private final TestHistory tests;
    private final RunStore runs;
    private final ActStore acts;
    private final LearningStore learnings;
    private final SnapshotStore snapshots;
    private final LineStore lines;
    private final MovedPathStore moved;
    private final ReferenceStore references;
    private final DriftStore drift;
    private final DoubtStore doubts;
    private final CareStore care;
    private final StandingStore standing;
    private final Path file;
    private volatile Object key;

    private Journal(Sql sql, Path file) {
        this.sql = sql;
        this.file = file;
        this.key = keyOf(file);
        this.checkpoints = new Checkpoints(sql);
        this.commits = new CommitStore(sql);
        this.tests = new TestHistory(sql);
        this.verdicts = new VerdictStore(sql);
        this.traces = new TraceStore(sql);
        this.runs = new RunStore(sql, verdicts);
        this.acts = new ActStore(sql);
        this.learnings = new LearningStore(sql);
        this.snapshots = new SnapshotStore(sql);
        this.lines = new LineStore(sql);
        this.moved = new MovedPathStore(sql);
        this.references = new ReferenceStore(sql);
        this.drift = new DriftStore(sql);
        this.doubts = new DoubtStore(sql);
        this.care = new CareStore(sql);
        this.standing = new StandingStore(sql);
    }

    /**
     * Opens the journal, making or migrating it where needed; its folder must exist.
     *
     * @throws DamagedJournalException if what lies there is no sound journal, as far as opening shows
     */
    public static Journal open(Path file) {
        try {
            Sql sql = new Sql(file, () -> connect(file));
            try {
                new Migration(sql, file).run();
                return new Journal(sql, file);
            } catch (IOException | RuntimeException e) {
                sql.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Faults.of(file, e);
        } catch (IOException e) {
            throw new JournalException(
                    "the journal " + file + " cannot be opened: " + e.getMessage()
                            + "; see that its disk has room and is writable",
                    e);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        try {
            seeThatItIsThere(file);
            DurableFile.makePrivate(file); // SQLite makes its side files with the mode of the main one
        } catch (IOException e) {
            throw new SQLException(String.valueOf(e.getMessage()), e);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(5000);
        config.enforceForeignKeys(true);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    /**
     * A journal that is gone or empty while its backups are there was lost. To begin another would be to forget what
     * people decided, without a word.
     */
    private static void seeThatItIsThere(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > 0) {
            return;
        }
        Optional<Path> backup = new Backups(file).newestFirst().stream().findFirst();
        if (backup.isPresent()) {
            throw new DamagedJournalException(
                    file,
                    (Files.exists(file) ? "is empty" : "is gone") + ", but its backup " + backup.get()
                            + " is there (remove that too to begin anew)",
                    new IOException("lost"));
        }
    }

    /** False if another file lies at the journal's path by now, or none: what is noted here reaches nobody. */
    public boolean isInPlace() {
        return keyOf(file).equals(key);
    }

    /** Opens again what lies at the journal's path now. */
    public void renew() {
        sql.renew();
        try {
            new Migration(sql, file).run();
        } catch (IOException e) {
            throw new JournalException("the journal " + file + " cannot be opened: " + e.getMessage(), e);
        }
        key = keyOf(file);
    }

    private static Object keyOf(Path file) {
        try {
            Object found = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return found == null ? "" : found;
        } catch (IOException e) {
            return "none";
        }
    }

    /** Runs the work in one transaction; everything it wrote is durable when this returns, or nothing is. */
    public void inTransaction(Runnable work) {
        sql.inTransaction(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Runs the work in one transaction that a power failure, though no kill, may take back with all that followed it: for
     * what would be found and decided again. {@link #force} ends the uncertainty.
     */
    public void inLightTransaction(Runnable work) {
        sql.inLightTransaction(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until everything that was written so far is durable. */
    public void force() {
        sql.force();
    }

    public Checkpoints checkpoints() {
        return checkpoints;
    }

    public CommitStore commits() {
        return commits;
    }

    public TraceStore traces() {
        return traces;
    }

    public RunStore runs() {
        return runs;
    }

    public VerdictStore verdicts() {
        return verdicts;
    }

    public TestHistory tests() {
        return tests;
    }

    public ActStore acts() {
        return acts;
    }

    public LearningStore learnings() {
        return learnings;
    }

    public SnapshotStore snapshots() {
        return snapshots;
    }

    public LineStore lines() {
        return lines;
    }

    public MovedPathStore moved() {
        return moved;
    }

    public DriftStore drift() {
        return drift;
    }

    public DoubtStore doubts() {
        return doubts;
    }

    /** What is done to the journal itself. */
    public CareStore care() {
        return care;
    }

    /** How things stand, in numbers for {@code status}. */
    public StandingStore standing() {
        return standing;
    }

    public JournalExport export() {
        return new JournalExport(sql);
    }

    public Pruning pruning() {
        return new Pruning(sql);
    }

    public ReferenceStore references() {
        return references;
    }

    @Override
    public void close() {
        sql.close();
    }
}
