package dev.expertd.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a killed daemon was doing, as its journal tells, read from a copy. Only for counting: no promise is judged by it.
 */
record Peek(int headsWaiting, int commitsFound, int linesUnderWay, boolean draftLeft) {
    boolean hitWork() {
        return headsWaiting > 0 || commitsFound > 0 || linesUnderWay > 0 || draftLeft;
    }

    static Peek at(Path home, Estate estate) {
        try {
            Path state = home.resolve(".local/state/expertd");
            Path copy = Files.createDirectories(home.resolve("peek"));
            for (String end : new String[] {"", "-wal"}) {
                Path from = state.resolve("journal.db" + end);
                Path to = copy.resolve("journal.db" + end);
                Files.deleteIfExists(to);
                if (Files.exists(from)) {
                    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Files.deleteIfExists(copy.resolve("journal.db-shm"));
            List<String> heads = estate.trees().stream()
                    .map(tree -> tree.git().head())
                    .filter(head -> !head.equals(estate.baseline()))
                    .toList();
            return read(copy.resolve("journal.db"), heads, hasDraft(state.resolve("staging")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True if the folder, in which new content waits, holds any. */
    static boolean hasDraft(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(Files::isRegularFile);
        }
    }

    private static Peek read(Path journal, List<String> heads, boolean draft) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + journal);
                Statement statement = connection.createStatement()) {
            int waiting = 0;
            for (String head : heads) {
                waiting += 1 - count(statement, "seen_commit WHERE state <> 'FOUND' AND id = '" + head + "'");
            }
            return new Peek(
                    waiting,
                    count(statement, "seen_commit WHERE state = 'FOUND'"),
                    count(statement, "learning WHERE state IN ('INTENDED', 'LEAVING')"),
                    draft);
        } catch (SQLException e) {
            return new Peek(0, 0, 0, draft);
        }
    }

    private static int count(Statement statement, String what) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT count(*) FROM " + what)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
