package dev.expertd.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lets go what nobody asks for any more: what old runs said test by test, why old acts taught nothing, drafts that were
 * refused. It never touches learnings and what they rest on, what people decided, how far was looked, nor that a commit
 * or run was seen; so nothing that is forgotten is news again. Only a commit that git itself has removed is forgotten.
 *
 * <p>The runs that judging may still ask for stay whatever their age. Each step is a transaction of its own and short:
 * killed anywhere, the rest is done the next time.
 */
public final class Pruning {
    /** Runs of one source that are asked for a test's past, and half as many again. */
    private static final int NEEDED = 90;

    private static final int AT_ONCE = 20;
    private static final int ROWS = 2_000;
    private static final int PAGES = 500;
    private static final String REMOVED = "git has removed it";

    private final Sql sql;

    Pruning(Sql sql) {
        this.sql = sql;
    }

    /**
     * How much is kept.
     *
     * @param days what is younger stays as long as there is room
     * @param bytes beyond, the oldest goes first, whatever its age
     */
    public record Limits(int days, long bytes) {}

    /**
     * What went.
     *
     * @param runs of which only the sums are left
     * @param rows of other kinds
     * @param bytes of the journal afterwards
     */
    public record Result(int runs, int rows, long bytes) {}

    public Result prune(Limits limits, Instant now) {
        String before = now.minus(Duration.ofDays(limits.days())).toString();
        Set<String> evidence = evidence("evidence_runs");
        int runs = 0;
        for (List<Long> some : inParts(candidates(evidence, before))) {
            forgetVerdicts(some);
            runs += some.size();
        }
        int rows = old(before);
        if (used() > limits.bytes()) {
            for (List<Long> some : inParts(candidates(evidence, now.toString()))) {
                forgetVerdicts(some);
                runs += some.size();
                if (used() <= limits.bytes()) {
                    break;
                }
            }
        }
        if (runs > 0) {
            rows += testsWithoutVerdict();
        }
        shrink();
        return new Result(runs, rows, used());
    }

    /** The oldest first: runs with verdicts, neither needed nor evidence. */
    private List<Long> candidates(Set<String> evidence, String before) {
        return sql
                .list(
                        "SELECT r.seq, r.id FROM (SELECT seq, id, observed_at, row_number() OVER"
                                + " (PARTITION BY repository, source ORDER BY seq DESC) AS place FROM run"
                                + " WHERE commit_id <> '' AND drafted = 1 OR history = 1) r"
                                + " WHERE r.place > ? AND r.observed_at < ?"
                                + " AND EXISTS (SELECT 1 FROM verdict v WHERE v.run = r.seq) ORDER BY r.seq",
                        row -> new Seen(row.getLong(1), row.getString(2)),
                        NEEDED,
                        before)
                .stream()
                .filter(run -> !evidence.contains(run.id()))
                .map(Seen::seq)
                .toList();
    }

    private record Seen(long seq, String id) {}

    private static List<List<Long>> inParts(List<Long> runs) {
        List<List<Long>> parts = new ArrayList<>();
        for (int i = 0; i < runs.size(); i += AT_ONCE) {
            parts.add(runs.subList(i, Math.min(runs.size(), i + AT_ONCE)));
        }
        return parts;
    }

    private void forgetVerdicts(List<Long> runs) {
        for (long run : runs) {
            sql.inTransaction(() -> {
                sql.update("DELETE FROM failure WHERE run = ?", run);
                sql.update("DELETE FROM run_changed WHERE run = ?", run);
                return sql.update("DELETE FROM verdict WHERE run = ?", run);
            });
        }
    }

    private int old(String before) {
        return inSteps(
                        "DELETE FROM refusal WHERE rowid IN (SELECT f.rowid FROM refusal f JOIN act a"
                                + " ON a.repository = f.repository AND a.id = f.act WHERE a.judged_at < ? LIMIT ?)",
                        before)
                + inSteps(
                        "DELETE FROM learning WHERE rowid IN"
                                + " (SELECT rowid FROM learning WHERE state = 'DROPPED' AND at < ? LIMIT ?)",
                        before)
                + inSteps(
                        "DELETE FROM seen_commit WHERE rowid IN (SELECT rowid FROM seen_commit"
                                + " WHERE state = 'ABANDONED' AND reason = '" + REMOVED + "' AND seen_at < ? LIMIT ?)",
                        before);
    }

    private int inSteps(String delete, String before) {
        int all = 0;
        int some = sql.update(delete, before, ROWS);
        while (some > 0) {
            all += some;
            some = sql.update(delete, before, ROWS);
        }
        return all;
    }

    private int testsWithoutVerdict() {
        Set<String> evidence = evidence("evidence_tests");
        List<String> idle = sql
                .list(
                        "SELECT id FROM test t WHERE NOT EXISTS (SELECT 1 FROM verdict v WHERE v.test = t.id)",
                        row -> row.getString(1))
                .stream()
                .filter(test -> !evidence.contains(test))
                .toList();
        for (int i = 0; i < idle.size(); i += ROWS) {
            List<String> some = idle.subList(i, Math.min(idle.size(), i + ROWS));
            sql.inTransaction(() -> {
                // asked again: a run that was read meanwhile may need it
                sql.updateAll(
                        "DELETE FROM test WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM verdict v WHERE v.test = ?1)",
                        some.stream().map(id -> new Object[] {id}).toList());
                return true;
            });
        }
        return idle.size();
    }

    private Set<String> evidence(String column) {
        Set<String> all = new TreeSet<>();
        sql.list(
                "SELECT " + column + " FROM learning WHERE state <> 'DROPPED' AND " + column + " <> ''",
                row -> all.addAll(Columns.list(row.getString(1))));
        return all;
    }

    /** Bytes that hold something. */
    public long used() {
        return (number("page_count") - number("freelist_count")) * number("page_size");
    }

    /** Gives free pages back to the disk, some at a time. */
    private void shrink() {
        if (number("auto_vacuum") == 0) { // of a journal that was begun before it was switched on
            sql.execute("PRAGMA auto_vacuum = INCREMENTAL");
            sql.execute("VACUUM");
        }
        long left = number("freelist_count");
        while (left > 0) {
            sql.list("PRAGMA incremental_vacuum(" + PAGES + ")", row -> true);
            long now = number("freelist_count");
            if (now >= left) {
                break;
            }
            left = now;
        }
        sql.list("PRAGMA wal_checkpoint(TRUNCATE)", row -> true);
    }

    private long number(String pragma) {
        return sql.first("PRAGMA " + pragma, row -> row.getLong(1)).orElse(0L);
    }
}
