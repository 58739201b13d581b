package dev.expertd.trace.javascript;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.model.Counts;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Times;
import java.io.IOException;

/** The head of both of Mocha's reports. Its numbers count hooks that failed, and leave out tests that were skipped. */
final class MochaStats {
    private int passed;
    private int failed;
    private int skipped;

    private MochaStats() {}

    /** What it states, for a report that lists no test; start and end go to the run. */
    static Counts read(JsonParser json, Collected into) throws IOException {
        MochaStats stats = new MochaStats();
        JsonValue.fields(json, (key, value) -> {
            switch (key) {
                case "start" -> into.started(Times.parse(JsonValue.text(value)));
                case "end" -> into.ended(Times.parse(JsonValue.text(value)));
                case "passes" -> stats.passed = count(value);
                case "failures" -> stats.failed = count(value);
                case "pending", "skipped" -> stats.skipped += count(value);
                default -> {}
            }
        });
        int total = stats.passed + stats.failed + stats.skipped;
        return new Counts(total, stats.passed, stats.failed, 0, stats.skipped, 0);
    }

    private static int count(JsonParser json) throws IOException {
        return (int) Math.min(1e8, Math.max(0, JsonValue.number(json, 0)));
    }
}
