package dev.expertd.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks into the journal beside the program that writes it, with nothing but SQL. */
record JournalRows(Path file) {
    /** Between the parts of a list in one column. */
    private static final String BETWEEN = "\u001f";

    /** What the journal says of one commit. */
    record Seen(String state, String worktree, String reason) {}

    /** Every commit that was found, by id, in the order found; none as long as there is no journal. */
    Map<String, Seen> commits() {
        Map<String, Seen> commits = new LinkedHashMap<>();
        ask(
                "SELECT id, state, worktree, reason FROM seen_commit ORDER BY rowid",
                row -> commits.put(row.getString(1), new Seen(row.getString(2), row.getString(3), row.getString(4))));
        return commits;
    }

    /** How many repositories were looked at. */
    int repositories() {
        List<String> ids = new ArrayList<>();
        ask("SELECT id FROM repository", row -> ids.add(row.getString(1)));
        return ids.size();
    }

    /** The commits of each act, by the act's id. */
    Map<String, List<String>> acts() {
        Map<String, List<String>> acts = new LinkedHashMap<>();
        ask(
                "SELECT id, commits FROM act ORDER BY rowid",
                row -> acts.put(row.getString(1), List.of(row.getString(2).split(BETWEEN, -1))));
        return acts;
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private void ask(String query, Row each) {
        if (!Files.exists(file)) {
            return;
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            statement.execute("PRAGMA query_only = 1");
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    each.take(rows);
                }
            }
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains("no such table")) { // the program is just making them
                throw new IllegalStateException(e);
            }
        }
    }
}
