package dev.expertd.journal;

import dev.expertd.redact.Redacted;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
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

    /** Makes a connection. */
    interface Source {
        Connection connect() throws SQLException;
    }

    private final Path file;
    private final Source source;
    private final ReentrantLock turn = new ReentrantLock();
    private Connection connection;

    Sql(Path file, Source source) throws SQLException {
        this.file = file;
        this.source = source;
        this.connection = source.connect();
    }

    /** Lets the connection go and makes another, to what lies at the file's path now. */
    void renew() {
        turn.lock();
        try {
            connection.close();
            connection = source.connect();
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            turn.unlock();
        }
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
                    rollBack();
                }
            }
        } finally {
            turn.unlock();
        }
    }

    /** SQLite has rolled back by itself after some errors; what went wrong first is what is told. */
    private void rollBack() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            return;
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
                result.add(read(row, rows));
            }
            return result;
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            turn.unlock();
        }
    }

    /** Hands out row by row, so that no number of them fills the memory, as long as more are wanted. */
    void each(String sql, Row<?> row, BooleanSupplier more, Object... values) {
        turn.lock();
        try (PreparedStatement statement = bound(sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (more.getAsBoolean() && rows.next()) {
                read(row, rows);
            }
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

    private <T> T read(Row<T> row, ResultSet rows) throws SQLException {
        try {
            return row.read(rows);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Faults.ofRow(file, e);
        }
    }

    private JournalException failure(SQLException e) {
        return Faults.of(file, e);
    }
}
