package dev.expertd.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The commits that were found, each under its id exactly once. */
public final class CommitStore {
    private static final String COLUMNS = "id, state, worktree, patch_id, act, reason, seen_at";

    private final Sql sql;

    CommitStore(Sql sql) {
        this.sql = sql;
    }

    /** Notes a commit as found, and one that was abandoned as found again; does nothing if it is known otherwise. */
    public void found(String repository, String id, String worktree, Instant at) {
        sql.update(
                "INSERT INTO seen_commit (repository, id, state, worktree, patch_id, act, reason, seen_at)"
                        + " VALUES (?, ?, 'FOUND', ?, '', '', '', ?) ON CONFLICT DO UPDATE"
                        + " SET state = 'FOUND', reason = '', seen_at = excluded.seen_at WHERE state = 'ABANDONED'",
                repository,
                id,
                worktree,
                at.toString());
    }

    /** Notes a commit that is known to be old and will not be judged; does nothing if it is known. */
    public void passedOver(String repository, String id, String worktree, Instant at) {
        sql.update(
                "INSERT INTO seen_commit (repository, id, state, worktree, patch_id, act, reason, seen_at)"
                        + " VALUES (?, ?, 'PASSED_OVER', ?, '', '', ?, ?) ON CONFLICT DO NOTHING",
                repository,
                id,
                worktree,
                Restoration.REASON,
                at.toString());
    }

    public Optional<SeenCommit> find(String repository, String id) {
        return sql.first(
                "SELECT " + COLUMNS + " FROM seen_commit WHERE repository = ? AND id = ?",
                CommitStore::read,
                repository,
                id);
    }

    /** Found and not judged yet, in the order found. */
    public List<SeenCommit> pending(String repository) {
        return sql.list(
                "SELECT " + COLUMNS + " FROM seen_commit WHERE repository = ? AND state = 'FOUND' ORDER BY rowid",
                CommitStore::read,
                repository);
    }

    /**
     * Another commit with that change that has an act: one that was judged, else one that a run was bound to before it
     * could be judged.
     */
    public Optional<SeenCommit> withPatch(String repository, String patchId, String otherThan) {
        return sql.first(
                "SELECT " + COLUMNS + " FROM seen_commit"
                        + " WHERE repository = ? AND patch_id = ? AND id <> ? AND act <> ''"
                        + " AND state IN ('JUDGED', 'ALIAS', 'FOUND', 'ABANDONED')"
                        + " ORDER BY state = 'JUDGED' DESC, state = 'ALIAS' DESC, rowid",
                CommitStore::read,
                repository,
                patchId,
                otherThan);
    }

    /** The commits judged last, newest first. */
    public List<SeenCommit> latest(String repository, int limit) {
        return sql.list(
                "SELECT " + COLUMNS + " FROM seen_commit WHERE repository = ? AND state <> 'FOUND'"
                        + " ORDER BY rowid DESC LIMIT ?",
                CommitStore::read,
                repository,
                limit);
    }

    public void settle(String repository, SeenCommit commit) {
        sql.update(
                "UPDATE seen_commit SET state = ?, patch_id = ?, act = ?, reason = ? WHERE repository = ? AND id = ?",
                commit.state().name(),
                commit.patchId(),
                commit.act(),
                commit.reason(),
                repository,
                commit.id());
    }

    private static SeenCommit read(ResultSet row) throws SQLException {
        return new SeenCommit(
                row.getString("id"),
                CommitState.valueOf(row.getString("state")),
                row.getString("worktree"),
                row.getString("patch_id"),
                row.getString("act"),
                row.getString("reason"),
                Instant.parse(row.getString("seen_at")));
    }
}
