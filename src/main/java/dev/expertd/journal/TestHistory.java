package dev.expertd.journal;

import dev.expertd.model.Condition;
import dev.expertd.model.Failure;
import dev.expertd.model.PastVerdict;
import dev.expertd.model.Sighting;
import dev.expertd.model.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What each test did before, run by run.
 *
 * <p>An errored test of a run that was cut off is no verdict: most likely it was only running when the run ended. It is
 * kept with its run, but is not part of the test's history.
 */
public final class TestHistory {
    /** What a test's history is made of. */
    private static final String TELLING =
            " v.status <> 'SKIPPED' AND NOT (r.scope = 'INCOMPLETE' AND v.status = 'ERRORED')";

    private static final String DOUBTFUL = " (r.scope = 'INCOMPLETE' OR instr(r.signals, 'INFRA_SUSPECT') > 0)";

    private final Sql sql;

    TestHistory(Sql sql) {
        this.sql = sql;
    }

    /** How many different tests the last complete runs of a source executed, all together. */
    public int known(String repository, String source, int runs) {
        return sql.first(
                        "SELECT count(DISTINCT v.test) FROM verdict v WHERE v.status <> 'SKIPPED' AND v.run IN"
                                + " (SELECT seq FROM run WHERE repository = ? AND source = ? AND scope = 'COMPLETE'"
                                + " ORDER BY seq DESC LIMIT ?)",
                        row -> row.getInt(1),
                        repository,
                        source,
                        runs)
                .orElse(0);
    }

    /** A run as a place in history. */
    public record Place(long seq, String commit, String treeId) {}

    /** The runs of a source (of any source if it is empty) before that one, newest first. */
    public List<Place> places(String repository, String source, long beforeSeq, int limit) {
        return sql.list(
                "SELECT seq, tree, CASE commit_id WHEN '' THEN head ELSE commit_id END AS at FROM run"
                        + " WHERE repository = ? AND ? IN ('', source) AND seq < ? ORDER BY seq DESC LIMIT ?",
                row -> new Place(row.getLong("seq"), row.getString("at"), row.getString("tree")),
                repository,
                source,
                beforeSeq,
                limit);
    }

    /** What each test did in one run when it was executed, by test id. */
    public Map<String, PastVerdict> executed(Place place) {
        Map<String, PastVerdict> executed = new HashMap<>();
        Set<String> changed = changed(place.seq());
        sql.list(
                "SELECT v.test, r.id, v.status, v.flaky, v.fingerprint, f.type, f.message, f.body"
                        + " FROM verdict v JOIN run r ON r.seq = v.run"
                        + " LEFT JOIN failure f ON f.run = v.run AND f.test = v.test WHERE v.run = ? AND" + TELLING,
                row -> executed.put(row.getString("test"), readPast(row, place, changed)),
                place.seq());
        return executed;
    }

    /** What a test did in earlier runs of the repository when it was executed, newest first. */
    public List<PastVerdict> past(String repository, String test, long beforeSeq, int limit) {
        return past(repository, "", test, beforeSeq, limit);
    }

    /** The same of one source; of any if it is empty. */
    public List<PastVerdict> past(String repository, String source, String test, long beforeSeq, int limit) {
        return sql.list(
                "SELECT r.seq, r.id, r.tree, CASE r.commit_id WHEN '' THEN r.head ELSE r.commit_id END AS at,"
                        + " v.status, v.flaky, v.fingerprint, f.type, f.message, f.body"
                        + " FROM verdict v JOIN run r ON r.seq = v.run"
                        + " LEFT JOIN failure f ON f.run = v.run AND f.test = v.test"
                        + " WHERE v.test = ? AND r.repository = ? AND ? IN ('', r.source) AND v.run < ? AND" + TELLING
                        + " ORDER BY v.run DESC LIMIT ?",
                row -> readPast(
                        row,
                        new Place(row.getLong("seq"), row.getString("at"), row.getString("tree")),
                        changed(row.getLong("seq"))),
                test,
                repository,
                source,
                beforeSeq,
                limit);
    }

    /** Everything that a test did, skips included, newest first. */
    public List<Sighting> sightings(String repository, String test, long beforeSeq, int limit) {
        return sql.list(
                "SELECT v.*, r.source, r.tree, r.observed_at, r.commit_id = '' AS provisional,"
                        + " CASE r.commit_id WHEN '' THEN r.head ELSE r.commit_id END AS at," + DOUBTFUL
                        + " AS doubtful FROM verdict v JOIN run r ON r.seq = v.run"
                        + " WHERE v.test = ? AND r.repository = ? AND v.run < ?"
                        + " AND NOT (r.scope = 'INCOMPLETE' AND v.status = 'ERRORED')"
                        + " ORDER BY v.run DESC LIMIT ?",
                TestHistory::readSighting,
                test,
                repository,
                beforeSeq,
                limit);
    }

    /** True for each test that was red, false that passed, when it last ran on exactly that code in a trusted run. */
    public Map<String, Boolean> lastOnTree(String repository, String source, String treeId, int runs) {
        Map<String, Boolean> last = new HashMap<>();
        sql.list(
                "SELECT v.test, v.status <> 'PASSED' AS red, max(v.run) FROM verdict v WHERE v.run IN"
                        + " (SELECT seq FROM run r WHERE repository = ? AND source = ? AND tree = ? AND NOT" + DOUBTFUL
                        + " ORDER BY seq DESC LIMIT ?) AND v.status <> 'SKIPPED' GROUP BY v.test",
                row -> last.put(row.getString("test"), row.getBoolean("red")),
                repository,
                source,
                treeId,
                runs);
        return last;
    }

    /** Tests that were ever proven to be flaky. */
    public Set<String> everFlaky(String repository) {
        return new HashSet<>(sql.list(
                "SELECT DISTINCT v.test FROM verdict v JOIN run r ON r.seq = v.run"
                        + " WHERE v.flaky = 1 AND r.repository = ?",
                row -> row.getString(1),
                repository));
    }

    private Set<String> changed(long run) {
        return new HashSet<>(sql.list("SELECT path FROM run_changed WHERE run = ?", row -> row.getString(1), run));
    }

    private static PastVerdict readPast(ResultSet row, Place place, Set<String> changed) throws SQLException {
        String type = row.getString("type");
        return new PastVerdict(
                row.getString("id"),
                place.commit(),
                changed,
                place.treeId(),
                Status.valueOf(row.getString("status")),
                row.getBoolean("flaky"),
                type == null ? null : new Failure(type, row.getString("message"), row.getString("body")),
                row.getString("fingerprint"));
    }

    private static Sighting readSighting(ResultSet row) throws SQLException {
        return new Sighting(
                row.getLong("run"),
                row.getString("source"),
                row.getString("at"),
                row.getBoolean("provisional"),
                row.getString("tree"),
                Instant.parse(row.getString("observed_at")),
                Status.valueOf(row.getString("status")),
                Condition.valueOf(row.getString("condition")),
                row.getBoolean("flaky"),
                row.getString("fingerprint"),
                row.getBoolean("doubtful"));
    }
}
