package dev.expertd.journal;

import dev.expertd.model.MovedPath;
import java.util.Collection;
import java.util.List;

/** The paths that people led to another expert by moving a line. */
public final class MovedPathStore {
    private final Sql sql;

    MovedPathStore(Sql sql) {
        this.sql = sql;
    }

    /** The last move of a path stands. */
    public void add(String repository, Collection<MovedPath> paths) {
        sql.updateAll(
                "INSERT INTO moved_path (repository, path, expert, learning) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (repository, path) DO UPDATE SET expert = excluded.expert,"
                        + " learning = excluded.learning",
                paths.stream()
                        .map(moved -> new Object[] {repository, moved.path(), moved.expert(), moved.learning()})
                        .toList());
    }

    public List<MovedPath> all(String repository) {
        return sql.list(
                "SELECT path, expert, learning FROM moved_path WHERE repository = ? ORDER BY path",
                row -> new MovedPath(row.getString(1), row.getString(2), row.getString(3)),
                repository);
    }
}
