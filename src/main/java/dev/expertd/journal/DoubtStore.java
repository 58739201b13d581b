package dev.expertd.journal;

import dev.expertd.redact.Redacted;
import java.util.Map;
import java.util.TreeMap;

/** Which written lines no longer hold, and why. */
public final class DoubtStore {
    private final Sql sql;

    DoubtStore(Sql sql) {
        this.sql = sql;
    }

    /** Marks a line; an empty reason takes the mark away. */
    public void put(String repository, String learning, Redacted reason) {
        sql.update("DELETE FROM doubt WHERE repository = ? AND learning = ?", repository, learning);
        if (!reason.text().isEmpty()) {
            sql.update(
                    "INSERT INTO doubt (repository, learning, reason) VALUES (?, ?, ?)", repository, learning, reason);
        }
    }

    /** The reasons, by the id of the line. */
    public Map<String, Redacted> all(String repository) {
        Map<String, Redacted> reasons = new TreeMap<>();
        sql.list(
                "SELECT learning, reason FROM doubt WHERE repository = ?",
                row -> reasons.put(row.getString(1), Columns.text(row, "reason")),
                repository);
        return reasons;
    }
}
