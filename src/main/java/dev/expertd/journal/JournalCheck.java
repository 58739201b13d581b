package dev.expertd.journal;

import dev.expertd.model.Condition;
import dev.expertd.model.LearningState;
import dev.expertd.model.Origin;
import dev.expertd.model.OutcomeValue;
import dev.expertd.model.Scope;
import dev.expertd.model.Section;
import dev.expertd.model.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;

/**
 * Reads a whole journal to see whether it is sound: first its structure, as SQLite checks it, then whether its rows hold
 * words that this program writes, for bytes that were changed inside a page break no structure.
 */
public final class JournalCheck {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int STEPS = 100_000;

    /** Columns that hold the name of a constant. */
    private record Names(String table, String column, Class<? extends Enum<?>> names) {
        String query() {
            String all = Arrays.stream(names.getEnumConstants())
                    .map(each -> "'" + each.name() + "'")
                    .collect(Collectors.joining(", "));
            return "SELECT count(*) FROM " + table + " WHERE " + column + " NOT IN (" + all + ")";
        }
    }

    private static final List<Names> NAMES = List.of(
            new Names("seen_commit", "state", CommitState.class),
            new Names("learning", "state", LearningState.class),
            new Names("learning", "section", Section.class),
            new Names("learning", "origin", Origin.class),
            new Names("act", "outcome", OutcomeValue.class),
            new Names("run", "outcome", OutcomeValue.class),
            new Names("run", "scope", Scope.class),
            new Names("verdict", "status", Status.class),
            new Names("verdict", "condition", Condition.class));

    private static final List<String> TIMES = List.of(
            "SELECT count(*) FROM seen_commit WHERE seen_at NOT GLOB '[-+0-9]*-*-*T*Z'",
            "SELECT count(*) FROM learning WHERE at NOT GLOB '[-+0-9]*-*-*T*Z'",
            "SELECT count(*) FROM act WHERE judged_at NOT GLOB '[-+0-9]*-*-*T*Z'",
            "SELECT count(*) FROM run WHERE observed_at NOT GLOB '[-+0-9]*-*-*T*Z'");

    private JournalCheck() {}

    /** What is wrong with a journal or a copy of one; empty if it is sound, or too large to be read within a minute. */
    public static Optional<String> problem(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.of("is not there");
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(5000);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = 1");
            long end = System.nanoTime() + PATIENCE.toNanos();
            ProgressHandler.setHandler(connection, STEPS, new ProgressHandler() {
                @Override
                protected int progress() {
                    return System.nanoTime() > end ? 1 : 0;
                }
            });
            String said = text(statement, "PRAGMA quick_check(1)");
            if (!said.equals("ok")) {
                return Optional.of("is damaged (" + said.replace('\n', ' ') + ")");
            }
            int version = Integer.parseInt(text(statement, "PRAGMA user_version"));
            return version == Schema.VERSIONS.size() ? senseless(statement) : Optional.empty();
        } catch (SQLException e) {
            JournalException fault = Faults.of(file, e);
            return fault instanceof DamagedJournalException
                    ? Optional.of(
                            "is damaged (" + String.valueOf(e.getMessage()).replace('\n', ' ') + ")")
                    : Optional.empty(); // busy, interrupted, no room: nothing is known to be wrong with what it holds
        }
    }

    private static Optional<String> senseless(Statement statement) throws SQLException {
        for (Names each : NAMES) {
            if (!text(statement, each.query()).equals("0")) {
                return Optional.of("is damaged (unknown words in " + each.table() + "." + each.column() + ")");
            }
        }
        for (String query : TIMES) {
            if (!text(statement, query).equals("0")) {
                return Optional.of("is damaged (times that are none)");
            }
        }
        return Optional.empty();
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }
}
