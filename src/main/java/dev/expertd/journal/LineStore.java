package dev.expertd.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where each line stands, by checkout, and up to where each file was looked at. */
public final class LineStore {
    private final Sql sql;

    LineStore(Sql sql) {
        this.sql = sql;
    }

    /** Everything known of a checkout, by learning. */
    public Map<String, Whereabouts> in(String repository, String worktree) {
        return sql
                .list(
                        "SELECT * FROM whereabouts WHERE repository = ? AND worktree = ?",
                        LineStore::read,
                        repository,
                        worktree)
                .stream()
                .collect(Collectors.toMap(Whereabouts::learning, Function.identity()));
    }

    public Optional<Whereabouts> find(String repository, String learning, String worktree) {
        return sql.first(
                "SELECT * FROM whereabouts WHERE repository = ? AND learning = ? AND worktree = ?",
                LineStore::read,
                repository,
                learning,
                worktree);
    }

    public void put(String repository, Whereabouts now) {
        sql.update(
                "INSERT INTO whereabouts (repository, learning, worktree, stands, holder, suspected, suspected_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (repository, learning, worktree) DO UPDATE SET"
                        + " stands = excluded.stands, holder = excluded.holder, suspected = excluded.suspected,"
                        + " suspected_at = excluded.suspected_at",
                repository,
                now.learning(),
                now.worktree(),
                now.stands(),
                now.holder(),
                now.suspected(),
                now.suspectedAt());
    }

    /** What each file and the commit below it were at the last look, by file. */
    public Map<String, String> stamps(String repository, String worktree) {
        Map<String, String> stamps = new TreeMap<>();
        sql.list(
                "SELECT file, stamp FROM looked_at WHERE repository = ? AND worktree = ?",
                row -> stamps.put(row.getString(1), row.getString(2)),
                repository,
                worktree);
        return stamps;
    }

    /** True if something in that checkout needs a second look. */
    public boolean isAnyOpen(String repository, String worktree) {
        return sql.first(
                        "SELECT 1 FROM whereabouts WHERE repository = ? AND worktree = ? AND suspected <> '' LIMIT 1",
                        row -> true,
                        repository,
                        worktree)
                .isPresent();
    }

    public void looked(String repository, String worktree, String file, String stamp) {
        sql.update(
                "INSERT INTO looked_at (repository, worktree, file, stamp) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (repository, worktree, file) DO UPDATE SET stamp = excluded.stamp",
                repository,
                worktree,
                file,
                stamp);
    }

    /** The next look takes the file for changed, also if it is put back to what it was at the last look. */
    public void mustBeLookedAt(String repository, String worktree, String file) {
        looked(repository, worktree, file, "");
    }

    private static Whereabouts read(ResultSet row) throws SQLException {
        return new Whereabouts(
                row.getString("learning"),
                row.getString("worktree"),
                row.getInt("stands") == 1,
                row.getString("holder"),
                row.getString("suspected"),
                row.getString("suspected_at"));
    }
}
