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
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Notes that an act taught again what a line says, in whatever words; each act counts once. */
    public void repeated(String repository, String text, String act) {
        sql.update(
                "INSERT INTO repetition (repository, learning, act) SELECT repository, id, ? FROM learning"
                        + " WHERE repository = ? AND (text = ? OR drafted = ?) AND state <> 'DROPPED' AND act <> ? ORDER BY rowid LIMIT 1"
                        + " ON CONFLICT DO NOTHING",
                act,
                repository,
                text,
                text,
                act);
    }

    /** How many other acts taught the same since it was learned. */
    public int repeats(String repository, String id) {
        return sql.first(
                        "SELECT count(*) FROM repetition WHERE repository = ? AND learning = ?",
                        row -> row.getInt(1),
                        repository,
                        id)
                .orElse(0);
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

    /** Notes what became of a line that stood, on whatever day that was. */
    public void restate(String repository, String id, LearningState state, Redacted reason) {
        sql.update(
                "UPDATE learning SET state = ?, reason = ? WHERE repository = ? AND id = ?",
                state.name(),
                reason,
                repository,
                id);
    }

    /**
     * A person accepts what waits: it will be written here, in their words if they changed it.
     *
     * @return false if it does not wait any more
     */
    public boolean accept(String repository, String id, String worktree, Redacted text) {
        return sql.update(
                        "UPDATE learning SET state = 'INTENDED', reason = '', vouched = 1, worktree = ?,"
                                + " drafted = CASE WHEN drafted = '' AND text <> ? THEN text ELSE drafted END, text = ?"
                                + " WHERE repository = ? AND id = ? AND state IN ('HELD', 'REVIEW', 'DISPLACED')",
                        worktree,
                        text,
                        text,
                        repository,
                        id)
                == 1;
    }

    /** Notes that a person wants the line, whatever the limits of the day are. */
    public void vouchedFor(String repository, String id) {
        sql.update("UPDATE learning SET vouched = 1 WHERE repository = ? AND id = ?", repository, id);
    }

    /**
     * A person refuses what waits.
     *
     * @return false if it does not wait any more
     */
    public boolean reject(String repository, String id, Redacted reason) {
        return sql.update(
                        "UPDATE learning SET state = 'REJECTED', reason = ? WHERE repository = ? AND id = ?"
                                + " AND state IN ('HELD', 'REVIEW', 'DISPLACED')",
                        reason,
                        repository,
                        id)
                == 1;
    }

    /** Makes a learning the concern of another checkout. */
    public void rehome(String repository, String id, String worktree) {
        sql.update("UPDATE learning SET worktree = ? WHERE repository = ? AND id = ?", worktree, repository, id);
    }

    /** Whose line it is now, after a person carried it to another file. */
    public void carried(String repository, String id, String expert, String file) {
        sql.update(
                "UPDATE learning SET expert = ?, file = ? WHERE repository = ? AND id = ?",
                expert,
                file,
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

    /** Those of the acts judged last, of the newest act first. */
    public List<Learning> ofLatestActs(String repository, int acts) {
        return sql.list(
                "SELECT learning.* FROM (SELECT id, position, rowid AS place FROM act WHERE repository = ?"
                        + " ORDER BY position DESC, rowid DESC LIMIT ?) AS latest JOIN learning"
                        + " ON learning.repository = ? AND learning.act = latest.id"
                        + " ORDER BY latest.position DESC, latest.place DESC, learning.rowid",
                LearningStore::read,
                repository,
                acts,
                repository);
    }

    public List<Learning> in(String repository, LearningState state) {
        return sql.list(
                "SELECT * FROM learning WHERE repository = ? AND state = ? ORDER BY rowid",
                LearningStore::read,
                repository,
                state.name());
    }

    /** In any of the states, in the order drafted. */
    public List<Learning> in(String repository, Collection<LearningState> states) {
        return sql.list(
                "SELECT * FROM learning WHERE repository = ? AND state IN " + marks(states) + " ORDER BY rowid",
                LearningStore::read,
                values(repository, states));
    }

    /** The texts of those in any of the states, in the order drafted. */
    public List<String> texts(String repository, Collection<LearningState> states) {
        return sql.list(
                "SELECT text FROM learning WHERE repository = ? AND state IN " + marks(states) + " ORDER BY rowid",
                row -> row.getString(1),
                values(repository, states));
    }

    /** The checkouts that have any in one of the states. */
    public List<String> worktrees(String repository, Collection<LearningState> states) {
        return sql.list(
                "SELECT DISTINCT worktree FROM learning WHERE repository = ? AND state IN " + marks(states),
                row -> row.getString(1),
                values(repository, states));
    }

    /** The files in which lines of that checkout stand. */
    public List<String> files(String repository, String worktree) {
        return sql.list(
                "SELECT DISTINCT file FROM learning WHERE repository = ? AND worktree = ? AND state = 'DONE'",
                row -> row.getString(1),
                repository,
                worktree);
    }

    private static String marks(Collection<LearningState> states) {
        return "(" + String.join(", ", Collections.nCopies(states.size(), "?")) + ")";
    }

    private static Object[] values(String repository, Collection<LearningState> states) {
        return Stream.concat(Stream.of(repository), states.stream().map(LearningState::name))
                .toArray();
    }

    /** How many are in that state. */
    public int count(String repository, LearningState state) {
        return sql.first(
                        "SELECT count(*) FROM learning WHERE repository = ? AND state = ?",
                        row -> row.getInt(1),
                        repository,
                        state.name())
                .orElse(0);
    }

    /** The line that takes the place of that one, if any does. */
    public Optional<Learning> replacing(String repository, String id) {
        return sql.first(
                "SELECT * FROM learning WHERE repository = ? AND replaces = ? AND state <> 'DROPPED'",
                LearningStore::read,
                repository,
                id);
    }

    /** What was drafted in other words than those that a person accepted it in. */
    public List<String> draftedOtherwise(String repository) {
        return sql.list(
                "SELECT drafted FROM learning WHERE repository = ? AND drafted <> '' ORDER BY rowid",
                row -> row.getString(1),
                repository);
    }

    /** The latest learnings in any state, newest first. */
    public List<Learning> latest(String repository, int limit) {
        return sql.list(
                "SELECT * FROM learning WHERE repository = ? ORDER BY rowid DESC LIMIT ?",
                LearningStore::read,
                repository,
                limit);
    }

    /** How many lines that stand or will stand in that expert's file were decided on that day, by no person. */
    public int countOn(String repository, String expert, LocalDate day) {
        return sql.first(
                        "SELECT count(*) FROM learning WHERE repository = ? AND expert = ? AND day = ?"
                                + " AND state IN ('INTENDED', 'DONE') AND vouched = 0",
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
