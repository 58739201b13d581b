package dev.expertd.journal;

import dev.expertd.model.Condition;
import dev.expertd.model.Delta;
import dev.expertd.model.Status;
import dev.expertd.model.TestCase;
import dev.expertd.redact.Redacted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What every run says of its tests. */
public final class VerdictStore {
    private final Sql sql;

    VerdictStore(Sql sql) {
        this.sql = sql;
    }

    void add(long run, List<JournaledVerdict> verdicts) {
        sql.updateAll(
                "INSERT INTO test (id, name, suite, file) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (id) DO UPDATE SET name = excluded.name, file = excluded.file"
                        + " WHERE name <> excluded.name OR file <> excluded.file",
                verdicts.stream()
                        .map(verdict -> new Object[] {verdict.test(), verdict.name(), verdict.suite(), verdict.file()})
                        .toList());
        sql.updateAll(
                "INSERT INTO verdict (test, run, status, condition, flaky, fingerprint) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                verdicts.stream()
                        .map(verdict -> new Object[] {
                            verdict.test(),
                            run,
                            verdict.status().name(),
                            verdict.condition().name(),
                            verdict.flaky(),
                            verdict.fingerprint()
                        })
                        .toList());
        sql.updateAll(
                "INSERT INTO failure (run, test, type, message, body) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                verdicts.stream()
                        .filter(verdict -> verdict.status().isRed())
                        .map(verdict ->
                                new Object[] {run, verdict.test(), verdict.type(), verdict.message(), verdict.body()})
                        .toList());
    }

    /** What each test of a run did, in no particular order. */
    public List<JournaledVerdict> of(String repository, String runId) {
        return sql.list(
                "SELECT v.*, t.name, t.suite, t.file, f.type, f.message, f.body FROM run r"
                        + " JOIN verdict v ON v.run = r.seq JOIN test t ON t.id = v.test"
                        + " LEFT JOIN failure f ON f.run = v.run AND f.test = v.test"
                        + " WHERE r.repository = ? AND r.id = ?",
                VerdictStore::readVerdict,
                repository,
                runId);
    }

    /** A test by its id, as it was last called. */
    public TestCase test(String id) {
        return sql.first(
                        "SELECT name, suite, file FROM test WHERE id = ?",
                        row -> new TestCase(id, row.getString("name"), row.getString("suite"), row.getString("file")),
                        id)
                .orElseGet(() -> new TestCase(id, id, "", ""));
    }

    /** How the tests of these runs stepped, all together. */
    public Delta delta(String repository, Collection<String> runIds) {
        return runIds.stream()
                .flatMap(id -> sql
                        .list(
                                "SELECT v.condition, v.flaky, count(*) AS tests FROM run r"
                                        + " JOIN verdict v ON v.run = r.seq WHERE r.repository = ? AND r.id = ?"
                                        + " GROUP BY v.condition, v.flaky",
                                row -> Delta.of(
                                        Condition.valueOf(row.getString("condition")),
                                        row.getBoolean("flaky"),
                                        row.getInt("tests")),
                                repository,
                                id)
                        .stream())
                .reduce(Delta.NONE, Delta::plus);
    }

    /** The tests that were red in one of these runs, each with its last failure there. */
    public List<JournaledVerdict> reds(Collection<Long> runs) {
        return sql.list(
                "SELECT v.*, t.name, t.suite, t.file, f.type, f.message, f.body, max(f.run) FROM failure f"
                        + " JOIN verdict v ON v.run = f.run AND v.test = f.test JOIN test t ON t.id = f.test"
                        + " WHERE f.run IN (SELECT value FROM json_each(?)) GROUP BY f.test",
                VerdictStore::readVerdict,
                runs.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]")));
    }

    private static JournaledVerdict readVerdict(ResultSet row) throws SQLException {
        boolean told = row.getString("type") != null;
        Redacted none = Redacted.stored("");
        return new JournaledVerdict(
                row.getString("test"),
                Columns.text(row, "name"),
                Columns.text(row, "suite"),
                Columns.text(row, "file"),
                Status.valueOf(row.getString("status")),
                Condition.valueOf(row.getString("condition")),
                row.getBoolean("flaky"),
                row.getString("fingerprint"),
                told ? Columns.text(row, "type") : none,
                told ? Columns.text(row, "message") : none,
                told ? Columns.text(row, "body") : none);
    }
}
