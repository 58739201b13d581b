package dev.expertd.journal;

import dev.expertd.journal.Queries.InHand;
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

    private static final String FULL = "FULL";
    private static final String NORMAL = "NORMAL";

    private final Path file;
    private final Source source;
    private final ReentrantLock turn = new ReentrantLock();
    private Connection connection;
    private Queries queries;
    private String synchronous = "";
    private boolean inside;
    private boolean unforced;

    Sql(Path file, Source source) throws SQLException {
        this.file = file;
        this.source = source;
        this.connection = source.connect();
        this.queries = new Queries(connection);
    }

    /** Lets the connection go and makes another, to what lies at the file's path now. */
    void renew() {
        turn.lock();
        try {
            connection.close();
            connection = source.connect();
            queries = new Queries(connection);
            synchronous = "";
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            turn.unlock();
        }
    }

    /** Runs the work in one transaction that takes the write lock at once; rolls back if it throws. */
    <T> T inTransaction(Supplier<T> work) {
        return inTransaction(FULL, work);
    }

    /**
     * The same without waiting for the disk. It is whole or not at all like any other, and outlives the process; but a
     * power failure may take it, with all that followed it up to the next that waits.
     */
    <T> T inLightTransaction(Supplier<T> work) {
        turn.lock();
        try {
            unforced = true;
            return inTransaction(NORMAL, work);
        } finally {
            turn.unlock();
        }
    }

    /** Waits until all that light transactions wrote is on the disk: a transaction that waits, and writes its page. */
    void force() {
        turn.lock();
        try {
            if (unforced) {
                int version = first("PRAGMA user_version", row -> row.getInt(1)).orElse(0);
                inTransaction(FULL, () -> changed("PRAGMA user_version = " + version));
                unforced = false;
            }
        } finally {
            turn.unlock();
        }
    }

    private <T> T inTransaction(String mode, Supplier<T> work) {
        turn.lock();
        try {
            if (inside) {
                return work.get();
            }
            synchronise(mode);
            execute("BEGIN IMMEDIATE");
            inside = true;
            boolean finished = false;
            try {
                T result = work.get();
                execute("COMMIT");
                finished = true;
                return result;
            } finally {
                inside = false;
                if (!finished) {
                    rollBack();
                }
            }
        } finally {
            turn.unlock();
        }
    }

    /** Sets whether the next transaction waits for the disk; SQLite does not let it be changed inside one. */
    private void synchronise(String wanted) {
        if (!inside && !wanted.equals(synchronous)) {
            execute("PRAGMA synchronous = " + wanted);
            synchronous = wanted;
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
        try {
            synchronise(FULL);
            return changed(sql, values);
        } finally {
            turn.unlock();
        }
    }

    private int changed(String sql, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Runs one changing statement for every row of values. */
    void updateAll(String sql, Iterable<Object[]> rows) {
        turn.lock();
        try {
            synchronise(FULL);
            changedAll(sql, rows);
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            turn.unlock();
        }
    }

    private void changedAll(String sql, Iterable<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] values : rows) {
                bind(statement, values);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    <T> List<T> list(String sql, Row<T> row, Object... values) {
        turn.lock();
        try (InHand taken = bound(sql, values);
                ResultSet rows = taken.statement().executeQuery()) {
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
        try (InHand taken = bound(sql, values);
                ResultSet rows = taken.statement().executeQuery()) {
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

    private InHand bound(String sql, Object... values) throws SQLException {
        InHand taken = queries.take(sql);
        try {
            bind(taken.statement(), values);
            return taken;
        } catch (SQLException e) {
            taken.close();
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
