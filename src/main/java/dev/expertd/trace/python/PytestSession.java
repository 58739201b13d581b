package dev.expertd.trace.python;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.model.Counts;
import dev.expertd.model.Failure;
import dev.expertd.trace.failure.PrintedFailure;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonValue;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A session as it is read: what its tests, its collectors, its summary and its exit code tell together. */
final class PytestSession {
    private static final int INTERRUPTED = 2;
    private static final int INTERNAL_ERROR = 3;
    private static final int NO_TESTS = 5;
    private static final int SUMMARY_KEYS = 100;

    private final Collected into;
    private final Map<String, Integer> summary = new HashMap<>();
    private double created = -1;
    private double seconds = -1;
    private int exitCode;
    private int tests;
    private boolean red;

    PytestSession(Collected into) {
        this.into = into;
    }

    void created(double epochSeconds) {
        created = epochSeconds;
    }

    void lasted(double duration) {
        seconds = duration;
    }

    void exited(int code) {
        exitCode = code;
    }

    void summary(JsonParser json) throws IOException {
        JsonValue.fields(json, (key, value) -> {
            if (summary.size() < SUMMARY_KEYS) {
                summary.put(key, (int) Math.max(0, JsonValue.number(value, 0)));
            }
        });
    }

    void test(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            PytestItem item = new PytestItem(into.withText());
            JsonValue.fields(json, item::field);
            red |= item.into(into);
            tests++;
        }
    }

    /** A file that could not be imported is no test and is missing among them. */
    void collector(JsonParser json) throws IOException {
        String[] told = {"", "", ""};
        JsonValue.fields(json, (key, value) -> {
            switch (key) {
                case "nodeid" -> told[0] = JsonValue.text(value);
                case "outcome" -> told[1] = JsonValue.text(value);
                case "longrepr" -> told[2] = into.withText() ? JsonValue.text(value) : "";
                default -> {}
            }
        });
        if (told[1].equals("failed") || told[1].equals("error")) {
            Failure failure = PrintedFailure.completed(new Failure("", "", told[2]));
            String said = failure.message().isBlank() ? told[2] : failure.message();
            String typed = failure.type().isEmpty() ? said : failure.type() + ": " + said;
            into.error((told[0].isEmpty() ? "" : told[0] + ": ") + (typed.isBlank() ? "collection failed" : typed));
            red = true;
        }
    }

    void ends() {
        times();
        Counts declared = declared();
        if (tests == 0 && declared.total() > 0) {
            into.declare(declared);
            red |= declared.red() > 0;
        }
        if (exitCode == INTERNAL_ERROR) {
            into.error("pytest broke down with an internal error");
        } else if (exitCode > 0 && exitCode != INTERRUPTED && exitCode != NO_TESTS && !red) {
            into.error("pytest ended with exit code " + exitCode + ", and no test says why");
        }
        if (exitCode == INTERRUPTED || exitCode == INTERNAL_ERROR) {
            into.incomplete("pytest was interrupted (exit code " + exitCode + ")");
        }
        // if none ran of those collected, they were only listed
        int selected = of("collected") - of("deselected");
        int ran = tests == 0 ? declared.total() : tests;
        if (ran > 0 && ran < selected) {
            into.incomplete("only " + ran + " of " + selected + " selected tests ran");
        }
    }

    private void times() {
        if (created > 0 && created < Integer.MAX_VALUE) {
            into.ended(Instant.ofEpochMilli(Math.round(created * 1000)));
            if (seconds >= 0 && seconds < created) {
                into.started(Instant.ofEpochMilli(Math.round((created - seconds) * 1000)));
            }
        }
    }

    private Counts declared() {
        int passed = of("passed") + of("xpassed") + of("rerun");
        int skipped = of("skipped") + of("xfailed");
        int known = passed + skipped + of("failed") + of("error");
        return new Counts(known, passed, of("failed"), of("error"), skipped, of("rerun"));
    }

    private int of(String key) {
        return summary.getOrDefault(key, 0);
    }
}
