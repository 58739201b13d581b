package dev.expertd.journal;

import dev.expertd.redact.Redacted;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How far each source of runs was taken up, and on what one began to grow that is still being written. */
public final class TraceStore {
    private final Sql sql;

    TraceStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * What was checked out when a trace began to grow.
     *
     * @param head the commit; empty before the first
     * @param isClean nothing uncommitted lay in the work tree
     */
    public record Growing(String head, boolean isClean) {}

    /** Stamp of a source as it was last taken up, so that an unchanged trace is not read again; empty if never. */
    public String stamp(String repository, String worktree, String source) {
        return sql.first(
                        "SELECT stamp FROM trace WHERE repository = ? AND worktree = ? AND source = ?",
                        row -> row.getString(1),
                        repository,
                        worktree,
                        source)
                .orElse("");
    }

    /** The run that a source held when it was last taken up; empty if never, or if it held none. */
    public String run(String repository, String worktree, String source) {
        return sql.first(
                        "SELECT run FROM trace WHERE repository = ? AND worktree = ? AND source = ?",
                        row -> row.getString(1),
                        repository,
                        worktree,
                        source)
                .orElse("");
    }

    /** Notes that a source with that stamp was taken up. {@code problem} is empty when it could be read. */
    public void takenUp(String repository, String worktree, String source, String stamp, String run, Redacted problem) {
        sql.update(
                "INSERT INTO trace (repository, worktree, source, stamp, run, problem) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (repository, worktree, source) DO UPDATE SET stamp = excluded.stamp,"
                        + " run = excluded.run, problem = excluded.problem",
                repository,
                worktree,
                source,
                stamp,
                run,
                problem);
        sql.update(
                "DELETE FROM trace_growing WHERE repository = ? AND worktree = ? AND source = ?",
                repository,
                worktree,
                source);
    }

    /** Sources that could not be read at the last look, with the reason. */
    public Map<String, Redacted> problems(String repository) {
        Map<String, Redacted> problems = new TreeMap<>();
        sql.list(
                "SELECT source, problem FROM trace WHERE repository = ? AND problem <> ''",
                row -> problems.put(row.getString(1), Columns.text(row, "problem")),
                repository);
        return problems;
    }

    /** Forgets what was wrong with sources that are gone; what was taken up of them stays known. */
    public void gone(String repository, String worktree, Set<String> present) {
        problems(repository).keySet().stream()
                .filter(source -> !present.contains(source))
                .forEach(source -> sql.update(
                        "UPDATE trace SET problem = '' WHERE repository = ? AND worktree = ? AND source = ?",
                        repository,
                        worktree,
                        source));
    }

    /** Notes on what a source begins to grow; what was noted first stands until it is taken up. */
    public void growing(String repository, String worktree, String source, Growing on) {
        sql.update(
                "INSERT INTO trace_growing (repository, worktree, source, head, clean) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                repository,
                worktree,
                source,
                on.head(),
                on.isClean());
    }

    /** On what a source that is not taken up yet began to grow; empty if nobody saw it grow. */
    public Optional<Growing> growing(String repository, String worktree, String source) {
        return sql.first(
                "SELECT head, clean FROM trace_growing WHERE repository = ? AND worktree = ? AND source = ?",
                row -> new Growing(row.getString(1), row.getBoolean(2)),
                repository,
                worktree,
                source);
    }
}
