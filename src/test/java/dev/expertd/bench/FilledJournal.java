package dev.expertd.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A journal in which years of other work are remembered: runs with two tests each, acts, and refused learnings. */
final class FilledJournal {
    private static final int RUNS_A_LEARNING = 10;

    private final Path file;
    private final int repositories;
    private int runs;

    /** {@code repositories}: over how many what is remembered is spread; the one that is there already is the first. */
    FilledJournal(Path file, int repositories) {
        this.file = file;
        this.repositories = repositories;
    }

    /** Goes on until it holds so many runs. No process may have the journal open. */
    void growTo(int wanted) throws SQLException {
        try (Connection journal = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = journal.createStatement()) {
            sql.execute("PRAGMA synchronous = OFF");
            journal.setAutoCommit(false);
            sql.execute("CREATE TEMP TABLE number AS WITH RECURSIVE n(i) AS (SELECT " + (runs + 1)
                    + " UNION ALL SELECT i + 1 FROM n WHERE i < " + wanted + ") SELECT i FROM n");
            sql.execute("CREATE TEMP TABLE here AS SELECT id, path FROM repository WHERE id NOT LIKE 'made-%'");
            sql.execute("CREATE TEMP VIEW made AS SELECT i, CASE WHEN i % " + repositories
                    + " = 0 THEN (SELECT id FROM here) ELSE 'made-' || i % " + repositories
                    + " END AS repository, (SELECT path FROM here) AS worktree,"
                    + " printf('%040x', i) AS long, printf('%010x', i) AS short FROM number");
            sql.execute("INSERT INTO run SELECT 1000000 + i, repository, printf('%064x', i), worktree,"
                    + " 'reports/junit.xml', 'junit', '2025-06-01T00:00:00Z', long, long, 1, long,"
                    + " 'ran on the commit, nothing uncommitted', 0, 1, 2, 2, 0, 0, 0, 0, 'SUCCESS',"
                    + " 'rule 8: all 2 passed', '', 1.0, '', 'COMPLETE' FROM made");
            sql.execute(
                    "INSERT INTO verdict SELECT printf('%032x', i % 200 * 2 + t), 1000000 + i, 'PASSED', 'PASSED', 0,"
                            + " '' FROM made, (SELECT 0 AS t UNION ALL SELECT 1)");
            sql.execute("INSERT INTO act SELECT repository, substr(long, 33), worktree, long, long, printf('%064x', i),"
                    + " 'service', 'Change part ' || i, 'SUCCESS', 'rule 8: all 2 passed', '', 1.0,"
                    + " '2025-06-01T00:00:00Z', i FROM made");
            sql.execute("INSERT INTO seen_commit SELECT repository, long, 'JUDGED', worktree, printf('%064x', i),"
                    + " substr(long, 33), '', '2025-06-01T00:00:00Z' FROM made");
            sql.execute("INSERT INTO learning SELECT repository, short, substr(long, 33), worktree, 'backend', '"
                    + MadeRepository.EXPERTISE + "', 'COMMON_ISSUES', '`old_' || i || '()` crashed with an `Old' || i"
                    + " || 'Error` because `rows_' || i || '` is missing: create `rows_' || i || '` first"
                    + " (component: service)', 'MESSAGE', 5.5, long, '', '', 'app/old_' || i || '.py', 'REJECTED',"
                    + " 'taken out', '', '2025-06-01T00:00:00Z', '2025-06-01', 0, '' FROM made WHERE i % "
                    + RUNS_A_LEARNING + " = 0");
            journal.commit();
            runs = wanted;
        }
    }
}
