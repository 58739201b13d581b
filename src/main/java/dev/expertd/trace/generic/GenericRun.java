package dev.expertd.trace.generic;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Times;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** What a document says beside its tests: a status of the whole, a message, times, a commit. */
final class GenericRun {
    private static final Set<String> STOPPED =
            Set.of("cancelled", "canceled", "interrupted", "aborted", "running", "in_progress", "incomplete");

    private final Collected into;
    private String status = "";
    private String message = "";
    private boolean red;
    private int tests;

    GenericRun(Collected into) {
        this.into = into;
    }

    void test(JsonParser json) throws IOException {
        GenericTest test = new GenericTest(into.withText());
        JsonValue.fields(json, test::field);
        tests++;
        red |= test.into(into, tests);
    }

    /** A run that has a place for its end, and nothing there, did not come to it. */
    void field(String key, JsonParser json) throws IOException {
        switch (key) {
            case "status" -> status = JsonValue.text(json).toLowerCase(Locale.ROOT);
            case "message", "error" -> {
                if (into.withText() && json.currentToken() == JsonToken.VALUE_STRING) {
                    message = JsonValue.text(json);
                }
            }
            case "started_at", "startedAt", "start_time", "startTime" ->
                into.started(Times.parse(JsonValue.text(json)));
            case "finished_at", "finishedAt", "ended_at", "endedAt", "end_time", "endTime" -> {
                String end = JsonValue.word(json);
                if (end.isBlank()) {
                    into.incomplete("the run has no time at which it finished");
                }
                into.ended(Times.parse(end));
            }
            case "git_sha", "git_commit", "commit" -> into.commit(JsonValue.text(json));
            default -> {}
        }
    }

    /** Whatever failed outside of the tests shows only in the status of the whole. */
    void ends() {
        boolean failed = GenericStatus.isRed(status);
        if (failed && !red) {
            into.error(message.isBlank() ? "the run ended as " + status + ", and no test says why" : message);
        }
        if (STOPPED.contains(status)) {
            into.incomplete("the run ended as " + status);
        }
    }
}
