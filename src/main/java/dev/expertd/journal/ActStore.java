package dev.expertd.journal;

import dev.expertd.model.Act;
import dev.expertd.redact.Redacted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The acts of each repository and what was refused for them. */
public final class ActStore {
    /** More seconds than any clock of git has seen. */
    private static final long BELOW = 1L << 40;

    private final Sql sql;

    ActStore(Sql sql) {
        this.sql = sql;
    }

    /** Stores an act as it is judged now; the last judgement stands, and the act judged last is the newest. */
    public void judged(Act act) {
        sql.update(
                "INSERT INTO act (repository, id, worktree, commit_id, commits, runs, component, title, outcome, rule,"
                        + " signals, confidence, judged_at, position)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " (SELECT max(coalesce(max(position), 0), 0) + 1 FROM act WHERE repository = ?))"
                        + " ON CONFLICT (repository, id) DO UPDATE SET commit_id = excluded.commit_id,"
                        + " commits = excluded.commits, runs = excluded.runs, component = excluded.component,"
                        + " title = excluded.title, outcome = excluded.outcome, rule = excluded.rule,"
                        + " signals = excluded.signals, confidence = excluded.confidence,"
                        + " judged_at = excluded.judged_at, position = excluded.position",
                act.repository(),
                act.id(),
                act.worktree(),
                act.commit(),
                Columns.list(act.commits()),
                Columns.list(act.runs()),
                act.component(),
                act.title(),
                act.outcome().value().name(),
                act.outcome().rule(),
                Columns.signals(act.outcome().signals()),
                act.outcome().confidence(),
                act.judgedAt().toString(),
                act.repository());
    }

    /**
     * Stores an act that lies in history, unless it is known: it goes below whatever was lived through, in the order of
     * its time.
     */
    public void fromHistory(Act act, Instant committed) {
        if (find(act.repository(), act.id()).isEmpty()) {
            judged(act);
            sql.update(
                    "UPDATE act SET position = ? WHERE repository = ? AND id = ?",
                    committed.getEpochSecond() - BELOW,
                    act.repository(),
                    act.id());
        }
    }

    public Optional<Act> find(String repository, String id) {
        return sql.first("SELECT * FROM act WHERE repository = ? AND id = ?", ActStore::read, repository, id);
    }

    /** The acts judged last, newest first. */
    public List<Act> latest(String repository, int limit) {
        return sql.list(
                "SELECT * FROM act WHERE repository = ? ORDER BY position DESC, rowid DESC LIMIT ?",
                ActStore::read,
                repository,
                limit);
    }

    /** Puts an act right below another one: what was tried before it, but judged only now. */
    public void placeBelow(String repository, String id, String other) {
        sql.update(
                "UPDATE act SET position = position + 1 WHERE repository = ? AND position >="
                        + " (SELECT position FROM act WHERE repository = ? AND id = ?)",
                repository,
                repository,
                other);
        sql.update(
                "UPDATE act SET position = (SELECT position - 1 FROM act WHERE repository = ? AND id = ?)"
                        + " WHERE repository = ? AND id = ?",
                repository,
                other,
                repository,
                id);
    }

    /** Takes an act away whose runs moved to the act of the commit that holds them. */
    public void absorbed(String repository, String id) {
        sql.update("DELETE FROM act WHERE repository = ? AND id = ?", repository, id);
        sql.update("DELETE FROM refusal WHERE repository = ? AND act = ?", repository, id);
    }

    public void refused(String repository, String act, Redacted subject, Redacted reason) {
        sql.update(
                "INSERT INTO refusal (repository, act, subject, reason) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                repository,
                act,
                subject,
                reason);
    }

    /** What was refused for an act, subject by subject. */
    public List<Map.Entry<Redacted, Redacted>> refusals(String repository, String act) {
        return sql.list(
                "SELECT subject, reason FROM refusal WHERE repository = ? AND act = ? ORDER BY rowid",
                row -> Map.entry(Columns.text(row, "subject"), Columns.text(row, "reason")),
                repository,
                act);
    }

    private static Act read(ResultSet row) throws SQLException {
        return new Act(
                row.getString("id"),
                row.getString("repository"),
                row.getString("worktree"),
                row.getString("commit_id"),
                Columns.list(row.getString("commits")),
                Columns.list(row.getString("runs")),
                Columns.text(row, "component"),
                Columns.text(row, "title"),
                Columns.outcome(row),
                Instant.parse(row.getString("judged_at")));
    }
}
