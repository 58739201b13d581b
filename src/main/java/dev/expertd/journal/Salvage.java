package dev.expertd.journal;

import dev.expertd.model.LearningState;
import dev.expertd.model.Origin;
import dev.expertd.model.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sqlite.SQLiteConfig;

/**
 * Takes over from a damaged journal what was decided on lines, so that what a person refused stays refused and lines of
 * ours stay ours. A row counts only if it proves itself: the id of a learning is a hash of what it says.
 */
final class Salvage {
    private static final Set<String> STATES = names(LearningState.values());
    private static final Set<String> SECTIONS = names(Section.values());
    private static final Set<String> ORIGINS = names(Origin.values());
    private static final Pattern COLUMN = Pattern.compile("[a-z_]{1,30}");

    private final Connection damaged;
    private final Connection sound;

    private Salvage(Connection damaged, Connection sound) {
        this.damaged = damaged;
        this.sound = sound;
    }

    /** How many decisions were taken over that the sound journal did not know. */
    static int into(Path sound, Path damaged) throws IOException {
        Path copy = JournalFiles.beside(damaged, ".read");
        try { // a copy, for SQLite would write to what it reads
            Files.copy(damaged, copy, StandardCopyOption.REPLACE_EXISTING);
            Path wal = JournalFiles.beside(damaged, "-wal");
            if (Files.exists(wal)) {
                Files.copy(wal, JournalFiles.beside(copy, "-wal"), StandardCopyOption.REPLACE_EXISTING);
            }
            SQLiteConfig config = new SQLiteConfig();
            config.setBusyTimeout(5000);
            try (Connection from = config.createConnection("jdbc:sqlite:" + copy);
                    Connection to = config.createConnection("jdbc:sqlite:" + sound)) {
                try (Statement lenient = from.createStatement()) {
                    lenient.execute("PRAGMA writable_schema = ON"); // or nothing of a file that was cut off is read
                }
                return new Salvage(from, to).learnings();
            }
        } catch (SQLException e) {
            return 0; // nothing of it can be read; the backup is what there is
        } finally {
            JournalFiles.delete(copy);
        }
    }

    private int learnings() throws SQLException {
        Map<String, Map<String, Object>> rows = new TreeMap<>();
        for (String order : List.of("ASC", "DESC")) { // around a hole in the middle
            read("SELECT * FROM learning ORDER BY rowid " + order, rows);
        }
        int taken = 0;
        sound.setAutoCommit(false);
        for (Map<String, Object> row : rows.values()) {
            taken += insert(row) + update(row);
        }
        sound.commit();
        sound.setAutoCommit(true);
        return taken;
    }

    private void read(String query, Map<String, Map<String, Object>> rows) {
        try (PreparedStatement statement = damaged.prepareStatement(query);
                ResultSet result = statement.executeQuery()) {
            ResultSetMetaData columns = result.getMetaData();
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.put(columns.getColumnName(i), result.getObject(i));
                }
                if (provesItself(row)) {
                    rows.put(text(row, "repository") + '\n' + text(row, "id"), row);
                }
            }
        } catch (SQLException e) {
            return; // what was read before the hole counts
        }
    }

    private static boolean provesItself(Map<String, Object> row) {
        String id = text(row, "id");
        boolean known = STATES.contains(text(row, "state"))
                && SECTIONS.contains(text(row, "section"))
                && ORIGINS.contains(text(row, "origin"))
                && row.keySet().stream().allMatch(name -> COLUMN.matcher(name).matches());
        if (!known) {
            return false;
        }
        for (String from : List.of(text(row, "act"), text(row, "replaces"))) {
            for (Section section : Section.values()) {
                for (String words : List.of(text(row, "text"), text(row, "drafted"))) {
                    if (id.equals(LearningId.of(from, text(row, "expert"), section, words))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private int insert(Map<String, Object> row) throws SQLException {
        String columns = String.join(", ", row.keySet());
        String marks = row.keySet().stream().map(name -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement insert = sound.prepareStatement(
                "INSERT INTO learning (" + columns + ") VALUES (" + marks + ") ON CONFLICT DO NOTHING")) {
            int place = 1;
            for (Object value : row.values()) {
                insert.setObject(place++, value);
            }
            return insert.executeUpdate();
        }
    }

    /** Of what both know the damaged one knows what became of it. */
    private int update(Map<String, Object> row) throws SQLException {
        try (PreparedStatement update = sound.prepareStatement(
                "UPDATE learning SET state = ?, reason = ?, text = ?, worktree = ? WHERE repository = ? AND id = ? AND state <> ?")) {
            int place = 1;
            for (String column : List.of("state", "reason", "text", "worktree", "repository", "id", "state")) {
                update.setString(place++, text(row, column));
            }
            return update.executeUpdate();
        }
    }

    private static String text(Map<String, Object> row, String column) {
        return String.valueOf(row.get(column));
    }

    private static Set<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).collect(Collectors.toSet());
    }
}
