package dev.expertd.journal;

import dev.expertd.redact.Redacted;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The one connection of this process to the journal's database, used by one thread at a time.
 *
 * <p>Only bound parameters ever carry text, so nothing from a repository becomes SQL.
 */
final class Sql implements AutoCloseable {
    /** Reads one row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final ReentrantLock turn = new ReentrantLock();

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Runs the work in one transaction that takes the write lock at once; rolls back if it throws. */
    <T> T inTransaction(Supplier<T> work) {
        turn.lock();
        try {
            if (turn.getHoldCount() > 1) {
                return work.get();
            }
            execute("BEGIN IMMEDIATE");
            boolean finished = false;
            try {
                T result = work.get();
                execute("COMMIT");
                finished = true;
                return result;
            } finally {
                if (!finished) {
                    execute("ROLLBACK");
                }
            }
        } finally {
            turn.unlock();
        }
    }

    void execute(String sql) {
        turn.lock();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            turn.unlock();
        }
    }

    /** Runs a changing statement and says how many rows it changed. */
    int update(String sql, Object... values) {
        turn.lock();
        try (PreparedStatement statement = bound(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            turn.unlock();
        }
    }

    /** Runs one changing statement for every row of values. */
    void updateAll(String sql, Iterable<Object[]> rows) {
        turn.lock();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] values : rows) {
                bind(statement, values);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            turn.unlock();
        }
    }

    <T> List<T> list(String sql, Row<T> row, Object... values) {
        turn.lock();
        try (PreparedStatement statement = bound(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(row.read(rows));
            }
            return result;
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            turn.unlock();
        }
    }

    <T> Optional<T> first(String sql, Row<T> row, Object... values) {
        List<T> all = list(sql, row, values);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            bind(statement, values);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Boolean flag) {
                statement.setInt(i + 1, flag ? 1 : 0);
            } else {
                statement.setObject(i + 1, value instanceof Redacted text ? text.text() : value);
            }
        }
    }

    private static JournalException failure(SQLException e) {
        return new JournalException(
                "the journal cannot be used: " + e.getMessage() + "; see that its disk has room and is writable", e);
    }
}
