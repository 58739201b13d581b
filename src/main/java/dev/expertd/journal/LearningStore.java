package dev.expertd.journal;

import dev.expertd.model.Evidence;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.model.Origin;
import dev.expertd.model.Section;
import dev.expertd.redact.Redacted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Every draft that was decided on, each under its id exactly once. */
public final class LearningStore {
    private final Sql sql;

    LearningStore(Sql sql) {
        this.sql = sql;
    }

    /** Stores a decision; does nothing and says so if the same lesson of the same act was decided before. */
    public boolean add(Learning learning, LocalDate day) {
        return sql.update(
                        "INSERT INTO learning (repository, id, act, worktree, expert, file, section, text, origin, score,"
                                + " evidence_commits, evidence_runs, evidence_tests, evidence_files, state, reason,"
                                + " replaces, at, day) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING",
                        learning.repository(),
                        learning.id(),
                        learning.act(),
                        learning.worktree(),
                        learning.expert(),
                        learning.file(),
                        learning.section().name(),
                        learning.text(),
                        learning.origin().name(),
                        learning.score(),
                        Columns.list(learning.evidence().commits()),
                        Columns.list(learning.evidence().runs()),
                        Columns.list(learning.evidence().tests()),
                        Columns.list(learning.evidence().files()),
                        learning.state().name(),
                        learning.reason(),
                        learning.replaces(),
                        learning.at().toString(),
                        day.toString())
                == 1;
    }

    /** Moves a learning to another state, with the reason that a user may read. */
    public void move(String repository, String id, LearningState state, Redacted reason, LocalDate day) {
        sql.update(
                "UPDATE learning SET state = ?, reason = ?, day = ? WHERE repository = ? AND id = ?",
                state.name(),
                reason,
                day.toString(),
                repository,
                id);
    }

    public Optional<Learning> find(String repository, String id) {
        return sql.first("SELECT * FROM learning WHERE repository = ? AND id = ?", LearningStore::read, repository, id);
    }

    public List<Learning> ofAct(String repository, String act) {
        return sql.list(
                "SELECT * FROM learning WHERE repository = ? AND act = ? ORDER BY rowid",
                LearningStore::read,
                repository,
                act);
    }

    public List<Learning> in(String repository, LearningState state) {
        return sql.list(
                "SELECT * FROM learning WHERE repository = ? AND state = ? ORDER BY rowid",
                LearningStore::read,
                repository,
                state.name());
    }

    /** The latest learnings in any state, newest first. */
    public List<Learning> latest(String repository, int limit) {
        return sql.list(
                "SELECT * FROM learning WHERE repository = ? ORDER BY rowid DESC LIMIT ?",
                LearningStore::read,
                repository,
                limit);
    }

    /** How many lines that stand or will stand in that expert's file were decided on that day. */
    public int countOn(String repository, String expert, LocalDate day) {
        return sql.first(
                        "SELECT count(*) FROM learning WHERE repository = ? AND expert = ? AND day = ?"
                                + " AND state IN ('INTENDED', 'DONE')",
                        row -> row.getInt(1),
                        repository,
                        expert,
                        day.toString())
                .orElse(0);
    }

    private static Learning read(ResultSet row) throws SQLException {
        return new Learning(
                row.getString("id"),
                row.getString("repository"),
                row.getString("act"),
                row.getString("worktree"),
                row.getString("expert"),
                row.getString("file"),
                Section.valueOf(row.getString("section")),
                Columns.text(row, "text"),
                Origin.valueOf(row.getString("origin")),
                row.getDouble("score"),
                new Evidence(
                        Columns.list(row.getString("evidence_commits")),
                        Columns.list(row.getString("evidence_runs")),
                        Columns.list(row.getString("evidence_tests")),
                        Columns.list(row.getString("evidence_files"))),
                LearningState.valueOf(row.getString("state")),
                Columns.text(row, "reason"),
                row.getString("replaces"),
                Instant.parse(row.getString("at")));
    }
}
