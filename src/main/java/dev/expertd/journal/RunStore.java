package dev.expertd.journal;

import dev.expertd.model.Counts;
import dev.expertd.model.Scope;
import dev.expertd.model.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The runs that were read, each content once. */
public final class RunStore {
    private final Sql sql;
    private final VerdictStore verdicts;

    RunStore(Sql sql, VerdictStore verdicts) {
        this.sql = sql;
        this.verdicts = verdicts;
    }

    /** Stores a run with its verdicts and gives it its place in the order of observation. */
    public void add(String repository, StoredRun run, List<JournaledVerdict> verdicts) {
        sql.update(
                "INSERT INTO run (repository, id, worktree, source, format, observed_at, head, tree, known, commit_id,"
                        + " binding, history, drafted, total, passed, failed, errored, skipped, flaky, outcome, rule,"
                        + " signals, confidence, errors, scope)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
                Columns.list(run.errors()),
                run.scope().name());
        long seq =
                sql.first("SELECT last_insert_rowid()", row -> row.getLong(1)).orElseThrow();
        sql.updateAll(
                "INSERT INTO run_changed (run, path, blob) VALUES (?, ?, ?)",
                run.tree().changed().entrySet().stream()
                        .map(file -> new Object[] {seq, file.getKey(), file.getValue()})
                        .toList());
        this.verdicts.add(seq, verdicts);
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
                Scope.valueOf(row.getString("scope")),
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
}
