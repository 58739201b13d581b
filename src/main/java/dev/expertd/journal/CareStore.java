package dev.expertd.journal;

import java.time.Instant;
import java.util.Optional;

/** What was done to the journal itself: when it was looked after, and where a restoration is still to be lived with. */
public final class CareStore {
    private final Sql sql;

    CareStore(Sql sql) {
        this.sql = sql;
    }

    /** When that was done last; empty if never. */
    public Optional<Instant> last(String what) {
        return sql.first("SELECT at FROM care WHERE what = ?", row -> Instant.parse(row.getString(1)), what);
    }

    public void done(String what, Instant at) {
        sql.update(
                "INSERT INTO care (what, at) VALUES (?, ?) ON CONFLICT (what) DO UPDATE SET at = excluded.at",
                what,
                at.toString());
    }

    /** When the journal was restored, if no pass over that checkout has taken it into account yet. */
    public Optional<Instant> restored(String repository, String worktree) {
        return sql.first(
                "SELECT at FROM restored WHERE repository = ? AND worktree = ?",
                row -> Instant.parse(row.getString(1)),
                repository,
                worktree);
    }

    /** A pass over that checkout took the restoration into account. */
    public void livedWith(String repository, String worktree) {
        sql.update("DELETE FROM restored WHERE repository = ? AND worktree = ?", repository, worktree);
    }

    /**
     * Notes in a copy that it takes the place of a journal that knew more: nothing that it left half done is done again
     * by itself.
     */
    void restored(Instant at) {
        sql.update(
                "INSERT INTO restored (repository, worktree, at) SELECT repository, worktree, ? FROM head_log"
                        + " UNION SELECT id, path, ? FROM repository UNION SELECT repository, worktree, ? FROM learning"
                        + " WHERE true ON CONFLICT (repository, worktree) DO UPDATE SET at = excluded.at",
                at.toString(),
                at.toString(),
                at.toString());
        sql.update(
                "UPDATE seen_commit SET state = 'PASSED_OVER', reason = ? WHERE state = 'FOUND'", Restoration.REASON);
        sql.update("UPDATE run SET drafted = 1 WHERE commit_id <> '' AND drafted = 0");
        sql.update("UPDATE whereabouts SET suspected = '', suspected_at = '' WHERE suspected <> ''");
    }
}
