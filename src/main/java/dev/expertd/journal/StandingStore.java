package dev.expertd.journal;

import dev.expertd.model.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How things stand with a repository: whether what is seen comes to anything, and if not, why. */
public final class StandingStore {
    private static final String NEWEST =
            "SELECT * FROM act WHERE repository = ? AND position >= 0 ORDER BY position DESC LIMIT ?";
    private static final int REASONS = 3;

    private final Sql sql;

    StandingStore(Sql sql) {
        this.sql = sql;
    }

    /** True if there are so many acts of commits lived through, and none of the newest has a run. */
    public boolean isWithoutRuns(String repository, int acts) {
        List<Boolean> bound = sql.list(
                "SELECT runs <> '' FROM act WHERE repository = ? AND position >= 0 AND commit_id <> ''"
                        + " ORDER BY position DESC LIMIT ?",
                row -> row.getBoolean(1),
                repository,
                acts);
        return bound.size() == acts && !bound.contains(true);
    }

    /** True if there are so many acts lived through, and none of the newest taught anything, not even again. */
    public boolean isSilent(String repository, int acts) {
        List<Boolean> taught = sql.list(
                "SELECT EXISTS (SELECT 1 FROM learning l WHERE l.repository = a.repository AND l.act = a.id"
                        + " AND l.state <> 'DROPPED') OR EXISTS (SELECT 1 FROM repetition r"
                        + " WHERE r.repository = a.repository AND r.act = a.id) FROM (" + NEWEST + ") a",
                row -> row.getBoolean(1),
                repository,
                acts);
        return taught.size() == acts && !taught.contains(true);
    }

    /** The commonest reasons why the newest acts taught nothing, each with the number of acts. */
    public List<Map.Entry<String, Integer>> reasonsForSilence(String repository, int acts) {
        return sql.list(
                "WITH newest AS (" + NEWEST + ") SELECT reason, count(*) AS acts FROM ("
                        + " SELECT DISTINCT r.act, r.reason FROM refusal r JOIN newest n ON n.id = r.act"
                        + " WHERE r.repository = n.repository AND r.subject <> ?"
                        + " UNION SELECT DISTINCT l.act, l.reason FROM learning l JOIN newest n ON n.id = l.act"
                        + " WHERE l.repository = n.repository AND l.state = 'DROPPED'"
                        + " UNION SELECT n.id, 'nothing in it to draft from' FROM newest n WHERE NOT EXISTS"
                        + " (SELECT 1 FROM refusal r WHERE r.repository = n.repository AND r.act = n.id) AND NOT EXISTS"
                        + " (SELECT 1 FROM learning l WHERE l.repository = n.repository AND l.act = n.id))"
                        + " GROUP BY reason ORDER BY acts DESC, reason LIMIT ?",
                row -> Map.entry(row.getString(1), row.getInt(2)),
                repository,
                acts,
                Refusal.OTHER_EXPERTS,
                REASONS);
    }

    /** Since when the oldest commit waits to be judged; empty if none does. */
    public Optional<Instant> waitingSince(String repository) {
        return sql.first(
                        "SELECT min(seen_at) FROM seen_commit WHERE repository = ? AND state = 'FOUND'",
                        row -> Optional.ofNullable(row.getString(1)),
                        repository)
                .flatMap(found -> found)
                .map(Instant::parse);
    }

    /** Those of the commits that were never noted. */
    public List<String> unseen(String repository, List<String> commits) {
        return commits.stream()
                .filter(id -> sql.first(
                                "SELECT 1 FROM seen_commit WHERE repository = ? AND id = ?",
                                row -> true,
                                repository,
                                id)
                        .isEmpty())
                .toList();
    }
}
