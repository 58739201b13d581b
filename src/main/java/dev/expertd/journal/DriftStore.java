package dev.expertd.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What expertise files say and the code no longer does, by checkout. */
public final class DriftStore {
    private static final String INSERT = "INSERT INTO drift (repository, worktree, id, file, kind, part, line, subject,"
            + " words, line_key, commit_id, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (repository, worktree, id) DO UPDATE SET line = excluded.line, line_key = excluded.line_key";

    private final Sql sql;

    DriftStore(Sql sql) {
        this.sql = sql;
    }

    /** Adds what is new; what was known keeps its time. */
    public void add(String repository, String worktree, Collection<OpenDrift> drifts) {
        sql.updateAll(
                INSERT,
                drifts.stream()
                        .map(drift -> new Object[] {
                            repository,
                            worktree,
                            drift.id(),
                            drift.file(),
                            drift.kind(),
                            drift.part(),
                            drift.line(),
                            drift.subject(),
                            drift.words(),
                            drift.lineKey(),
                            drift.commit(),
                            drift.at()
                        })
                        .toList());
    }

    /** Forgets findings that are settled. */
    public void close(String repository, String worktree, Collection<String> ids) {
        ids.forEach(id -> sql.update(
                "DELETE FROM drift WHERE repository = ? AND worktree = ? AND id = ?", repository, worktree, id));
    }

    /** The open findings of a checkout, file by file. */
    public List<OpenDrift> open(String repository, String worktree) {
        return sql.list(
                "SELECT * FROM drift WHERE repository = ? AND worktree = ? ORDER BY file, line, id",
                DriftStore::read,
                repository,
                worktree);
    }

    /** The findings that a commit gave and that are open in any checkout. */
    public List<OpenDrift> of(String repository, String commit) {
        return sql.list(
                "SELECT * FROM drift WHERE repository = ? AND commit_id = ? GROUP BY id ORDER BY file, line, id",
                DriftStore::read,
                repository,
                commit);
    }

    private static OpenDrift read(ResultSet row) throws SQLException {
        return new OpenDrift(
                row.getString("id"),
                row.getString("file"),
                row.getString("kind"),
                Columns.text(row, "part"),
                row.getInt("line"),
                Columns.text(row, "subject"),
                Columns.text(row, "words"),
                row.getString("line_key"),
                row.getString("commit_id"),
                Instant.parse(row.getString("at")));
    }
}
