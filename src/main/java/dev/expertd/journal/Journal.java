package dev.expertd.journal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteConfig;

/**
 * Everything that expertd remembers, in one SQLite database for all repositories.
 *
 * <p>Write-ahead log with full synchronisation: what a finished transaction wrote survives a crash. Transactions are
 * short and never span a look at git or the writing of a file.
 */
public final class Journal implements AutoCloseable {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

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

    private Journal(Sql sql) {
        this.sql = sql;
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
    }

    /** Opens the journal, making or migrating it where needed; its folder must exist. */
    public static Journal open(Path file) {
        try {
            makePrivate(file);
            SQLiteConfig config = new SQLiteConfig();
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            config.setBusyTimeout(5000);
            config.enforceForeignKeys(true);
            Sql sql = new Sql(config.createConnection("jdbc:sqlite:" + file));
            migrate(sql, file);
            return new Journal(sql);
        } catch (IOException | SQLException e) {
            throw new JournalException(
                    "the journal " + file + " cannot be opened: " + e.getMessage()
                            + "; see that its disk has room and is writable",
                    e);
        }
    }

    /** Runs the work in one transaction; everything it wrote is durable when this returns, or nothing is. */
    public void inTransaction(Runnable work) {
        sql.inTransaction(() -> {
            work.run();
            return true;
        });
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

    public ReferenceStore references() {
        return references;
    }

    @Override
    public void close() {
        sql.close();
    }

    /** SQLite makes its side files with the mode of the main one, so that one is made first and closed to others. */
    private static void makePrivate(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            try {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            } catch (FileAlreadyExistsException e) {
                return; // another process was faster, by the same rule
            }
        }
    }

    private static void migrate(Sql sql, Path file) {
        int version = version(sql);
        if (version > Schema.VERSIONS.size()) {
            throw new JournalException(
                    "the journal " + file + " was written by a newer expertd (schema " + version
                            + "); install that version again",
                    new IllegalStateException("schema " + version));
        }
        if (version == Schema.VERSIONS.size()) {
            return;
        }
        sql.inTransaction(() -> {
            for (int next = version(sql); next < Schema.VERSIONS.size(); next++) {
                Schema.VERSIONS.get(next).forEach(sql::execute);
                sql.execute("PRAGMA user_version = " + (next + 1));
            }
            return true;
        });
    }

    private static int version(Sql sql) {
        return sql.first("PRAGMA user_version", row -> row.getInt(1)).orElse(0);
    }
}
