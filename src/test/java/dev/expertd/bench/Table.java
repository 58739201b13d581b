package dev.expertd.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Rows of what was measured, each beside a peer or a bound, with the limit that DESIGN sets for it. */
final class Table {
    private final List<Row> rows = new ArrayList<>();

    /**
     * What was measured once.
     *
     * @param beside of the peer; empty where there is none, or it could not be had
     * @param ratio what the limit is about; empty where the limit is about what was measured itself
     * @param limit in words; empty if there is none
     */
    record Row(
            String what,
            double ours,
            String unit,
            OptionalDouble beside,
            OptionalDouble ratio,
            String limit,
            boolean isOk,
            String note) {}

    List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Ours should be so many times as fast as the peer; the ratio is the peer's time by ours. */
    void faster(String what, double ours, double beside, String unit, double limit) {
        double ratio = beside / ours;
        add(what, ours, unit, OptionalDouble.of(beside), OptionalDouble.of(ratio), "at least " + limit, ratio >= limit);
    }

    /** Ours should be no more than so many times the peer's; the ratio is ours by the peer's. */
    void atMostTimes(String what, double ours, double beside, String unit, double limit) {
        double ratio = ours / beside;
        add(what, ours, unit, OptionalDouble.of(beside), OptionalDouble.of(ratio), "at most " + limit, ratio <= limit);
    }

    /** A bound that has no peer. */
    void atMost(String what, double ours, String unit, double limit) {
        String words = "at most " + String.format(Locale.ROOT, "%.10g", limit).replaceAll("\\.?0+$", "") + " " + unit;
        add(what, ours, unit, OptionalDouble.empty(), OptionalDouble.empty(), words, ours <= limit);
    }

    /** What has no limit, and is told to make the others understood. */
    void told(String what, double ours, String unit) {
        add(what, ours, unit, OptionalDouble.empty(), OptionalDouble.empty(), "", true);
    }

    /** The same beside a peer. */
    void told(String what, double ours, double beside, String unit) {
        add(what, ours, unit, OptionalDouble.of(beside), OptionalDouble.of(ours / beside), "", true);
    }

    /** A peer that is not here counts as a limit that is not met. */
    void missing(String what, String why) {
        rows.add(new Row(what, 0, "", OptionalDouble.empty(), OptionalDouble.empty(), "", false, why));
    }

    private void add(
            String what,
            double ours,
            String unit,
            OptionalDouble beside,
            OptionalDouble ratio,
            String limit,
            boolean isOk) {
        rows.add(new Row(what, ours, unit, beside, ratio, limit, isOk, ""));
    }

    boolean isFine() {
        return rows.stream().allMatch(Row::isOk);
    }

    void print(PrintStream out) {
        out.println("| what | ours | beside | ratio | limit | ok |");
        out.println("|---|---|---|---|---|---|");
        for (Row row : rows) {
            out.printf(
                    "| %s | %s | %s | %s | %s | %s |%n",
                    row.what(),
                    row.note().isEmpty() ? number(row.ours()) + " " + row.unit() : row.note(),
                    row.beside().isPresent() ? number(row.beside().getAsDouble()) + " " + row.unit() : "",
                    row.ratio().isPresent() ? number(row.ratio().getAsDouble()) : "",
                    row.limit(),
                    row.isOk() ? row.limit().isEmpty() ? "" : "ok" : "NOT OK");
        }
    }

    /** An array of objects with the keys of the columns, {@code unit} and {@code note}. */
    ArrayNode json() {
        ArrayNode all = new ObjectMapper().createArrayNode();
        for (Row row : rows) {
            ObjectNode node = all.addObject()
                    .put("what", row.what())
                    .put("ours", row.ours())
                    .put("unit", row.unit());
            row.beside().ifPresent(value -> node.put("beside", value));
            row.ratio().ifPresent(value -> node.put("ratio", value));
            node.put("limit", row.limit()).put("ok", row.isOk()).put("note", row.note());
        }
        return all;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : "%.2f", value);
    }
}
