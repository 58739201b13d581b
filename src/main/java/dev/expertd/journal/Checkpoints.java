package dev.expertd.journal;

import dev.expertd.redact.Redacted;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How far each repository was looked at. A checkpoint moves only together with what was found before it. */
public final class Checkpoints {
    /** Before the names of the tips of the first look: git allows no such name for a ref. */
    private static final String FIRST = "first:";

    private final Sql sql;

    Checkpoints(Sql sql) {
        this.sql = sql;
    }

    public boolean knows(String repository) {
        return sql.first("SELECT 1 FROM repository WHERE id = ?", row -> true, repository)
                .isPresent();
    }

    public void begin(String repository, String path, Instant at, long spoolOffset) {
        sql.update(
                "INSERT INTO repository (id, path, first_seen, spool_offset) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (id) DO UPDATE SET path = excluded.path, spool_offset = excluded.spool_offset",
                repository,
                path,
                at.toString(),
                spoolOffset);
    }

    public long spoolOffset(String repository) {
        return sql.first("SELECT spool_offset FROM repository WHERE id = ?", row -> row.getLong(1), repository)
                .orElse(0L);
    }

    public void moveSpool(String repository, long offset) {
        sql.update("UPDATE repository SET spool_offset = ? WHERE id = ?", offset, repository);
    }

    /** Full ref name to commit id, as they were at the last look. */
    public Map<String, String> tips(String repository) {
        Map<String, String> tips = new TreeMap<>();
        sql.list(
                "SELECT ref, id FROM tip WHERE repository = ? AND ref NOT LIKE '" + FIRST + "%'",
                row -> tips.put(row.getString(1), row.getString(2)),
                repository);
        return tips;
    }

    /** The tips of the first look: what they reach was there before and is never taken for news. */
    public Set<String> baseline(String repository) {
        return new LinkedHashSet<>(sql.list(
                "SELECT id FROM tip WHERE repository = ? AND ref LIKE '" + FIRST + "%'",
                row -> row.getString(1),
                repository));
    }

    /** Forgets the baseline, when nothing of it is left: the next tips are a new one. */
    public void beginAgain(String repository) {
        sql.update("DELETE FROM tip WHERE repository = ?", repository);
    }

    public void moveTips(String repository, Map<String, String> tips) {
        if (tips.equals(tips(repository))) {
            return;
        }
        if (baseline(repository).isEmpty()) {
            insert(repository, FIRST, tips);
        }
        sql.update("DELETE FROM tip WHERE repository = ? AND ref NOT LIKE '" + FIRST + "%'", repository);
        insert(repository, "", tips);
    }

    private void insert(String repository, String prefix, Map<String, String> tips) {
        sql.updateAll(
                "INSERT INTO tip (repository, ref, id) VALUES (?, ?, ?)",
                tips.entrySet().stream()
                        .map(tip -> new Object[] {repository, prefix + tip.getKey(), tip.getValue()})
                        .toList());
    }

    /** The hash of the last entry of a worktree's HEAD log that was taken up; empty at the first look. */
    public String headLog(String repository, String worktree) {
        return sql.first(
                        "SELECT entry FROM head_log WHERE repository = ? AND worktree = ?",
                        row -> row.getString(1),
                        repository,
                        worktree)
                .orElse("");
    }

    public void moveHeadLog(String repository, String worktree, String entry) {
        sql.update(
                "INSERT INTO head_log (repository, worktree, entry) VALUES (?, ?, ?)"
                        + " ON CONFLICT (repository, worktree) DO UPDATE SET entry = excluded.entry"
                        + " WHERE entry <> excluded.entry",
                repository,
                worktree,
                entry);
    }

    /** Why something in a worktree waits, by what waits; replaces what was said before. */
    public void nowWaiting(String repository, String worktree, Map<String, Redacted> reasons) {
        sql.update("DELETE FROM waiting WHERE repository = ? AND worktree = ?", repository, worktree);
        reasons.forEach((what, reason) -> sql.update(
                "INSERT INTO waiting (repository, worktree, what, reason) VALUES (?, ?, ?, ?)",
                repository,
                worktree,
                what,
                reason));
    }

    public Map<String, Redacted> waiting(String repository) {
        Map<String, Redacted> reasons = new TreeMap<>();
        sql.list(
                "SELECT what, reason FROM waiting WHERE repository = ?",
                row -> reasons.put(row.getString(1), Columns.text(row, "reason")),
                repository);
        return reasons;
    }

    /** Hash of an expertise file as expertd last left it; empty if it never wrote it. */
    public String writtenHash(String repository, String worktree, String file) {
        return sql.first(
                        "SELECT hash FROM written_file WHERE repository = ? AND worktree = ? AND file = ?",
                        row -> row.getString(1),
                        repository,
                        worktree,
                        file)
                .orElse("");
    }

    public void written(String repository, String worktree, String file, String hash) {
        sql.update(
                "INSERT INTO written_file (repository, worktree, file, hash) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (repository, worktree, file) DO UPDATE SET hash = excluded.hash",
                repository,
                worktree,
                file,
                hash);
    }
}
