package dev.expertd.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The queries of one connection, kept for the next time: to take the words of one apart costs more than to run it. For
 * statements that change something it does not serve: the driver leaves them open, and then no copy can be made. Not for
 * several threads at a time.
 */
final class Queries {
    private static final int KEPT = 64;

    private final Connection connection;
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>(KEPT * 2, 0.75f, true);

    Queries(Connection connection) {
        this.connection = connection;
    }

    /** One that nobody else has in hand; closing gives it back. */
    InHand take(String sql) throws SQLException {
        PreparedStatement statement = idle.remove(sql);
        return new InHand(sql, statement == null ? connection.prepareStatement(sql) : statement);
    }

    /** A query in use. */
    final class InHand implements AutoCloseable {
        private final String sql;
        private final PreparedStatement statement;

        private InHand(String sql, PreparedStatement statement) {
            this.sql = sql;
            this.statement = statement;
        }

        PreparedStatement statement() {
            return statement;
        }

        @Override
        public void close() throws SQLException {
            statement.clearParameters(); // texts may be large
            PreparedStatement other = idle.put(sql, statement);
            if (other != null) {
                other.close();
            }
            if (idle.size() > KEPT) {
                Iterator<PreparedStatement> eldest = idle.values().iterator();
                PreparedStatement least = eldest.next();
                eldest.remove();
                least.close();
            }
        }
    }
}
