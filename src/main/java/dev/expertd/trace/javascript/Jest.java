package dev.expertd.trace.javascript;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.model.Counts;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonFormat;
import dev.expertd.trace.format.JsonOutline;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Peek;
import dev.expertd.trace.format.Times;
import java.io.IOException;

/**
 * What {@code jest --json} and Vitest's {@code json} reporter write.
 *
 * <pre>
 * {"numTotalTests": 2, "numFailedTests": 1, ..., "startTime": 1772443800000, "success": false, "wasInterrupted": false,
 *  "snapshot": {"failure": false},
 *  "testResults": [                                     one for each file
 *    {"name": "/work/shop/cart.test.ts", "status": "failed", "message": "...", "startTime": ..., "endTime": ...,
 *     "assertionResults": [
 *       {"ancestorTitles": ["Cart"], "title": "adds up", "status": "passed", "duration": 3, "failureMessages": []}]}]}
 * </pre>
 *
 * A file may fail without any test, because it does not even load; and a run may fail with all tests passed, for obsolete
 * snapshots or too little coverage. Jest before formatting, as a results processor gets it, differs in a few names and is
 * read likewise.
 */
public final class Jest extends JsonFormat {
    @Override
    public String name() {
        return "jest";
    }

    @Override
    public boolean matches(Peek peek) {
        JsonOutline seen = peek.document();
        boolean counted = seen.has("numTotalTests") && (seen.hasArray("testResults") || seen.has("numPassedTests"));
        boolean told = seen.has("testResults", JsonOutline.EACH, "assertionResults");
        return seen.isObject() && (counted || told);
    }

    @Override
    protected void read(JsonParser json, Collected into) throws IOException {
        Summary run = new Summary();
        json.nextToken();
        JsonValue.fields(json, (key, value) -> {
            switch (key) {
                case "testResults" -> JsonValue.elements(value, file -> run.red |= JestFile.read(file, into));
                case "startTime" -> into.started(Times.ofEpoch(JsonValue.number(value, -1)));
                case "success" -> run.unsuccessful = value.currentToken() == JsonToken.VALUE_FALSE;
                case "wasInterrupted" -> run.interrupted = JsonValue.isTrue(value);
                case "snapshot" ->
                    JsonValue.fields(
                            value, (part, it) -> run.snapshots |= part.equals("failure") && JsonValue.isTrue(it));
                default -> run.count(key, value);
            }
        });
        run.close(into);
    }

    /** What the report says of the run as a whole. */
    private static final class Summary {
        private int total;
        private int passed;
        private int failed;
        private int skipped;
        private boolean red;
        private boolean unsuccessful;
        private boolean interrupted;
        private boolean snapshots;

        private void count(String key, JsonParser json) throws IOException {
            int number = key.startsWith("num") ? (int) Math.max(0, JsonValue.number(json, 0)) : 0;
            switch (key) {
                case "numTotalTests" -> total = number;
                case "numPassedTests" -> passed = number;
                case "numFailedTests" -> failed = number;
                case "numPendingTests", "numTodoTests" -> skipped += number;
                default -> {}
            }
        }

        private void close(Collected into) {
            if (into.size() == 0 && total > 0) {
                into.declare(new Counts(total, passed, failed, 0, skipped, 0));
                red = failed > 0;
            }
            if (unsuccessful && !red) {
                into.error(
                        snapshots
                                ? "the run failed with no test failed: snapshots are obsolete"
                                : "the run failed with no test failed");
            }
            if (interrupted) {
                into.incomplete("the run was interrupted");
            }
        }
    }
}
