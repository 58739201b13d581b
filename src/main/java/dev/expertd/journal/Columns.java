package dev.expertd.journal;

import dev.expertd.model.Outcome;
import dev.expertd.model.OutcomeValue;
import dev.expertd.model.Signal;
import dev.expertd.redact.Redacted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How values that are no plain text or number stand in a column. */
final class Columns {
    private static final String SEPARATOR = "\u001f";

    private Columns() {}

    static String list(Collection<String> values) {
        return String.join(SEPARATOR, values);
    }

    static List<String> list(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split(SEPARATOR, -1));
    }

    static String signals(Set<Signal> signals) {
        return list(signals.stream().map(Signal::name).sorted().toList());
    }

    static Set<Signal> signals(String column) {
        EnumSet<Signal> signals = EnumSet.noneOf(Signal.class);
        list(column).forEach(name -> signals.add(Signal.valueOf(name)));
        return signals;
    }

    /** Reads {@code outcome, rule, signals, confidence}. */
    static Outcome outcome(ResultSet row) throws SQLException {
        return new Outcome(
                OutcomeValue.valueOf(row.getString("outcome")),
                row.getString("rule"),
                signals(row.getString("signals")),
                row.getDouble("confidence"));
    }

    /** Text that was redacted before it was stored. */
    static Redacted text(ResultSet row, String column) throws SQLException {
        return Redacted.stored(row.getString(column));
    }
}
