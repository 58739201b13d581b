package dev.expertd.journal;

import dev.expertd.model.Condition;
import dev.expertd.model.Counts;
import dev.expertd.model.Failure;
import dev.expertd.model.PastVerdict;
import dev.expertd.model.Snapshot;
import dev.expertd.model.Status;
import dev.expertd.redact.Redacted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The runs that were read, each content once, and what every test did in them. */
public final class RunStore {
    private final Sql sql;

    RunStore(Sql sql) {
        this.sql = sql;
    }

    /** Stores a run with its verdicts and gives it its place in the order of observation. */
    public void add(String repository, StoredRun run, List<JournaledVerdict> verdicts) {
        sql.update(
                "INSERT INTO run (repository, id, worktree, source, format, observed_at, head, tree, known, commit_id,"
                        + " binding, history, drafted, total, passed, failed, errored, skipped, flaky, outcome, rule,"
                        + " signals, confidence, errors)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                repository,
                run.id(),
                run.worktree(),
                run.source(),
                run.format(),
                run.observedAt().toString(),
                run.tree().head(),
                run.tree().treeId(),
                run.tree().known(),
                run.boundTo(),
                run.binding(),
                run.history(),
                run.drafted(),
                run.counts().total(),
                run.counts().passed(),
                run.counts().failed(),
                run.counts().errored(),
                run.counts().skipped(),
                run.counts().flaky(),
                run.outcome().value().name(),
                run.outcome().rule(),
                Columns.signals(run.outcome().signals()),
                run.outcome().confidence(),
                Columns.list(run.errors()));
        long seq =
                sql.first("SELECT last_insert_rowid()", row -> row.getLong(1)).orElseThrow();
        sql.updateAll(
                "INSERT INTO run_changed (run, path, blob) VALUES (?, ?, ?)",
                run.tree().changed().entrySet().stream()
                        .map(file -> new Object[] {seq, file.getKey(), file.getValue()})
                        .toList());
        sql.updateAll(
                "INSERT INTO test (id, name, suite, file) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (id) DO UPDATE SET name = excluded.name, file = excluded.file"
                        + " WHERE name <> excluded.name OR file <> excluded.file",
                verdicts.stream()
                        .map(verdict -> new Object[] {verdict.test(), verdict.name(), verdict.suite(), verdict.file()})
                        .toList());
        sql.updateAll(
                "INSERT INTO verdict (test, run, status, condition, flaky, fingerprint) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                verdicts.stream()
                        .map(verdict -> new Object[] {
                            verdict.test(),
                            seq,
                            verdict.status().name(),
                            verdict.condition().name(),
                            verdict.flaky(),
                            verdict.fingerprint()
                        })
                        .toList());
        sql.updateAll(
                "INSERT INTO failure (run, test, type, message, body) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                verdicts.stream()
                        .filter(verdict -> verdict.status().isRed())
                        .map(verdict ->
                                new Object[] {seq, verdict.test(), verdict.type(), verdict.message(), verdict.body()})
                        .toList());
    }

    public Optional<StoredRun> find(String repository, String id) {
        return sql.first("SELECT * FROM run WHERE repository = ? AND id = ?", this::read, repository, id);
    }

    /** The runs observed last, newest first. */
    public List<StoredRun> latest(String repository, int limit) {
        return sql.list(
                "SELECT * FROM run WHERE repository = ? ORDER BY seq DESC LIMIT ?", this::read, repository, limit);
    }

    /** Runs on uncommitted changes that wait for their commit, oldest first. */
    public List<StoredRun> waiting(String repository, String worktree) {
        return sql.list(
                "SELECT * FROM run WHERE repository = ? AND worktree = ? AND commit_id = '' ORDER BY seq",
                this::read,
                repository,
                worktree);
    }

    /** Notes to which commit a run that waited is bound, why, and how sure that is. */
    public void bind(String repository, StoredRun run) {
        sql.update(
                "UPDATE run SET commit_id = ?, binding = ?, confidence = ? WHERE repository = ? AND id = ?",
                run.boundTo(),
                run.binding(),
                run.outcome().confidence(),
                repository,
                run.id());
    }

    /** Runs that are bound and were never handed to the drafters, oldest first: something interrupted their pass. */
    public List<StoredRun> undrafted(String repository, String worktree) {
        return sql.list(
                "SELECT * FROM run WHERE repository = ? AND worktree = ? AND commit_id <> '' AND drafted = 0 ORDER BY seq",
                this::read,
                repository,
                worktree);
    }

    public void drafted(String repository, String id) {
        sql.update("UPDATE run SET drafted = 1 WHERE repository = ? AND id = ?", repository, id);
    }

    /** What each test of a run did, in no particular order. */
    public List<JournaledVerdict> verdicts(String repository, String runId) {
        return sql.list(
                "SELECT v.*, t.name, t.suite, t.file, f.type, f.message, f.body FROM run r"
                        + " JOIN verdict v ON v.run = r.seq JOIN test t ON t.id = v.test"
                        + " LEFT JOIN failure f ON f.run = v.run AND f.test = v.test"
                        + " WHERE r.repository = ? AND r.id = ?",
                RunStore::readVerdict,
                repository,
                runId);
    }

    /** What a test did in earlier runs of the repository when it was executed, newest first. */
    public List<PastVerdict> past(String repository, String test, long beforeSeq, int limit) {
        return sql.list(
                "SELECT r.seq, r.id, r.head, r.tree, r.commit_id, v.status, v.flaky, v.fingerprint, f.type, f.message, f.body"
                        + " FROM verdict v JOIN run r ON r.seq = v.run"
                        + " LEFT JOIN failure f ON f.run = v.run AND f.test = v.test"
                        + " WHERE v.test = ? AND r.repository = ? AND v.run < ? AND v.status <> 'SKIPPED'"
                        + " ORDER BY v.run DESC LIMIT ?",
                this::readPast,
                test,
                repository,
                beforeSeq,
                limit);
    }

    private PastVerdict readPast(ResultSet row) throws SQLException {
        Status status = Status.valueOf(row.getString("status"));
        String boundTo = row.getString("commit_id");
        String type = row.getString("type");
        return new PastVerdict(
                row.getString("id"),
                boundTo.isEmpty() ? row.getString("head") : boundTo,
                changed(row.getLong("seq")).keySet(),
                row.getString("tree"),
                status,
                row.getBoolean("flaky"),
                type == null ? null : new Failure(type, row.getString("message"), row.getString("body")),
                row.getString("fingerprint"));
    }

    private SortedMap<String, String> changed(long seq) {
        SortedMap<String, String> changed = new TreeMap<>();
        sql.list(
                "SELECT path, blob FROM run_changed WHERE run = ?",
                row -> changed.put(row.getString(1), row.getString(2)),
                seq);
        return changed;
    }

    private StoredRun read(ResultSet row) throws SQLException {
        long seq = row.getLong("seq");
        return new StoredRun(
                seq,
                row.getString("id"),
                row.getString("worktree"),
                row.getString("source"),
                row.getString("format"),
                Instant.parse(row.getString("observed_at")),
                new Snapshot(row.getString("head"), row.getString("tree"), changed(seq), row.getBoolean("known")),
                row.getString("commit_id"),
                row.getString("binding"),
                row.getBoolean("history"),
                row.getBoolean("drafted"),
                new Counts(
                        row.getInt("total"),
                        row.getInt("passed"),
                        row.getInt("failed"),
                        row.getInt("errored"),
                        row.getInt("skipped"),
                        row.getInt("flaky")),
                Columns.outcome(row),
                Columns.list(row.getString("errors")));
    }

    private static JournaledVerdict readVerdict(ResultSet row) throws SQLException {
        boolean told = row.getString("type") != null;
        Redacted none = Redacted.stored("");
        return new JournaledVerdict(
                row.getString("test"),
                Columns.text(row, "name"),
                Columns.text(row, "suite"),
                Columns.text(row, "file"),
                Status.valueOf(row.getString("status")),
                Condition.valueOf(row.getString("condition")),
                row.getBoolean("flaky"),
                row.getString("fingerprint"),
                told ? Columns.text(row, "type") : none,
                told ? Columns.text(row, "message") : none,
                told ? Columns.text(row, "body") : none);
    }
}
