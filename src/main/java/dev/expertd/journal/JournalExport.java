package dev.expertd.journal;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Everything that is known, row by row, kind by kind, each kind oldest first. Texts are redacted as they are stored; left
 * out is what never leaves the journal: the texts and paths of uncommitted trees.
 */
public final class JournalExport {
    private static final Set<String> LISTS = Set.of(
            "commits",
            "runs",
            "signals",
            "errors",
            "keys",
            "evidence_commits",
            "evidence_runs",
            "evidence_tests",
            "evidence_files");
    private static final Set<String> FLAGS = Set.of("known", "history", "drafted", "flaky_test", "vouched", "stands");

    private final Sql sql;

    JournalExport(Sql sql) {
        this.sql = sql;
    }

    /** What rows of one kind are called, and where they stand; {@code ?} is the repository, empty for all. */
    private record Kind(String type, String query) {
        static Kind of(String type, String table, String order) {
            return new Kind(type, "SELECT * FROM " + table + " WHERE ?1 IN ('', repository) ORDER BY " + order);
        }
    }

    private static final List<Kind> KINDS = List.of(
            new Kind("repository", "SELECT * FROM repository WHERE ?1 IN ('', id) ORDER BY rowid"),
            Kind.of("tip", "tip", "repository, ref"),
            Kind.of("commit", "seen_commit", "rowid"),
            Kind.of("trace", "trace", "rowid"),
            Kind.of("run", "run", "seq"),
            new Kind(
                    "test",
                    "SELECT * FROM test t WHERE ?1 = '' OR EXISTS (SELECT 1 FROM verdict v JOIN run r ON r.seq = v.run"
                            + " WHERE v.test = t.id AND r.repository = ?1) ORDER BY id"),
            new Kind(
                    "verdict",
                    "SELECT r.repository, r.id AS run, v.test, v.status, v.condition, v.flaky AS flaky_test,"
                            + " v.fingerprint FROM run r CROSS JOIN verdict v ON v.run = r.seq"
                            + " WHERE ?1 IN ('', r.repository) ORDER BY r.seq"),
            new Kind(
                    "failure",
                    "SELECT r.repository, r.id AS run, f.test, f.type AS error, f.message, f.body FROM run r"
                            + " CROSS JOIN failure f ON f.run = r.seq WHERE ?1 IN ('', r.repository) ORDER BY r.seq"),
            Kind.of("act", "act", "rowid"),
            Kind.of("refusal", "refusal", "rowid"),
            Kind.of("learning", "learning", "rowid"),
            Kind.of("repetition", "repetition", "repository, learning, act"),
            Kind.of("whereabouts", "whereabouts", "rowid"),
            Kind.of("moved_path", "moved_path", "rowid"),
            Kind.of("reference_edit", "reference_edit", "rowid"),
            Kind.of("drift", "drift", "rowid"),
            Kind.of("doubt", "doubt", "rowid"),
            Kind.of("waiting", "waiting", "rowid"));

    /**
     * Hands out every row as an object that begins with its {@code type}, until the taker has had enough.
     *
     * @param repository its id; empty for all
     * @param taker false to end
     */
    public void rows(String repository, Predicate<Map<String, Object>> taker) {
        boolean[] more = {true};
        for (Kind kind : KINDS) {
            if (more[0]) {
                sql.each(
                        kind.query(), row -> more[0] = taker.test(object(kind.type(), row)), () -> more[0], repository);
            }
        }
    }

    private static Map<String, Object> object(String type, ResultSet row) throws SQLException {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type);
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnLabel(i);
            object.put(name, value(name, row.getObject(i)));
        }
        return object;
    }

    private static Object value(String column, Object value) {
        if (LISTS.contains(column)) {
            return Columns.list(String.valueOf(value));
        }
        return FLAGS.contains(column) ? !"0".equals(String.valueOf(value)) : value;
    }
}
