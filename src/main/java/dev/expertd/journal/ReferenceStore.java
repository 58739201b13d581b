package dev.expertd.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is known of the references in expertise files, by checkout. */
public final class ReferenceStore {
    /** Behind the key of a reference that holds. */
    public static final String HOLDS = "+";

    /** Behind the key of what looks like a reference and is none that could hold or not. */
    public static final String NONE = "?";

    private final Sql sql;

    ReferenceStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * The last look at a file.
     *
     * @param commit what was checked out
     * @param stamp of the file's content
     * @param keys each reference's hash, with a plus behind it if it held
     */
    public record Look(String commit, String stamp, Set<String> keys) {
        public Look {
            keys = Set.copyOf(keys);
        }
    }

    public Optional<Look> look(String repository, String worktree, String file) {
        return sql.first(
                "SELECT commit_id, stamp, keys FROM reference_look WHERE repository = ? AND worktree = ? AND file = ?",
                row -> new Look(row.getString(1), row.getString(2), Set.copyOf(Columns.list(row.getString(3)))),
                repository,
                worktree,
                file);
    }

    public void looked(String repository, String worktree, String file, Look look) {
        sql.update(
                "INSERT INTO reference_look (repository, worktree, file, commit_id, stamp, keys)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (repository, worktree, file) DO UPDATE SET"
                        + " commit_id = excluded.commit_id, stamp = excluded.stamp, keys = excluded.keys",
                repository,
                worktree,
                file,
                look.commit(),
                look.stamp(),
                Columns.list(new TreeSet<>(look.keys())));
    }

    /** How many references of a checkout's files did not hold at the last look. */
    public int broken(String repository, String worktree) {
        return sql
                .list(
                        "SELECT keys FROM reference_look WHERE repository = ? AND worktree = ?",
                        row -> (int) Columns.list(row.getString(1)).stream()
                                .filter(key -> !key.endsWith(HOLDS) && !key.endsWith(NONE))
                                .count(),
                        repository,
                        worktree)
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The last state of each stands. */
    public void put(String repository, Collection<ReferenceEdit> edits) {
        sql.updateAll(
                "INSERT INTO reference_edit (repository, id, worktree, file, key, before, after, line_hash, commit_id,"
                        + " state, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (repository, id) DO UPDATE SET"
                        + " state = excluded.state, line_hash = excluded.line_hash",
                edits.stream()
                        .map(edit -> new Object[] {
                            repository,
                            edit.id(),
                            edit.worktree(),
                            edit.file(),
                            edit.key(),
                            edit.before(),
                            edit.after(),
                            edit.lineHash(),
                            edit.commit(),
                            edit.state().name(),
                            edit.at()
                        })
                        .toList());
    }

    /** Every correction in a file, the newest first. */
    public List<ReferenceEdit> in(String repository, String file) {
        return sql.list(
                "SELECT * FROM reference_edit WHERE repository = ? AND file = ? ORDER BY at DESC, id",
                ReferenceStore::read,
                repository,
                file);
    }

    /** The corrections that followed a commit. */
    public List<ReferenceEdit> after(String repository, String commit) {
        return sql.list(
                "SELECT * FROM reference_edit WHERE repository = ? AND commit_id = ? ORDER BY file, id",
                ReferenceStore::read,
                repository,
                commit);
    }

    private static ReferenceEdit read(ResultSet row) throws SQLException {
        return new ReferenceEdit(
                row.getString("id"),
                row.getString("worktree"),
                row.getString("file"),
                row.getString("key"),
                row.getString("before"),
                row.getString("after"),
                row.getString("line_hash"),
                row.getString("commit_id"),
                ReferenceEdit.State.valueOf(row.getString("state")),
                Instant.parse(row.getString("at")));
    }
}
