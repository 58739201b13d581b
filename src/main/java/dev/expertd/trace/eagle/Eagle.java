package dev.expertd.trace.eagle;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonFormat;
import dev.expertd.trace.format.JsonOutline;
import dev.expertd.trace.format.Peek;
import dev.expertd.trace.format.Times;
import java.io.IOException;

/**
 * The harness that expertd was made for.
 *
 * <pre>
 * {"timestamp": "2026-02-10T00:15:13.292579+00:00",   the run's end
 *  "run_id": "run-...",                               absent in the first version, as the counts are
 *  "total_tests": 3, "passed": 2, "failed": 0, "skipped": 1,
 *  "results": {"6": {"status": "pass|fail|skip", "logs": ["TEST 6: Title", ..., "  PASS - ..."]}}}
 * </pre>
 *
 * Later versions add fields, which are passed over.
 */
public final class Eagle extends JsonFormat {
    @Override
    public String name() {
        return "eagle";
    }

    @Override
    public boolean matches(Peek peek) {
        JsonOutline seen = peek.document();
        boolean counted = seen.has("run_id") && seen.has("total_tests");
        boolean dated = seen.has("timestamp") && seen.isEmptyAt("results");
        boolean told = seen.has("results", JsonOutline.ANY, "status") || seen.has("results", JsonOutline.ANY, "logs");
        return seen.isObject() && (told || counted || dated);
    }

    @Override
    protected void read(JsonParser json, Collected into) throws IOException {
        EagleResults results = new EagleResults(into);
        try {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                JsonToken value = json.nextToken();
                switch (key) {
                    case "results" -> results(json, results);
                    case "timestamp" -> into.ended(Times.parse(text(json)));
                    case "git_sha", "git_commit", "commit" -> into.commit(text(json));
                    case "total_tests" ->
                        results.stated(value == JsonToken.VALUE_NUMBER_INT ? json.getValueAsInt(-1) : -1);
                    default -> json.skipChildren();
                }
            }
        } finally {
            results.close();
        }
    }

    private static void results(JsonParser json, EagleResults results) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String id = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT) {
                result(id, json, results);
            } else if (value == JsonToken.START_ARRAY) {
                results.add(id, "", logs(json, results));
            } else {
                json.skipChildren();
            }
        }
    }

    private static void result(String id, JsonParser json, EagleResults results) throws IOException {
        String status = "";
        EagleLog log = new EagleLog();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "status" -> status = text(json);
                case "logs" -> results.read(log, status, json);
                default -> json.skipChildren();
            }
        }
        results.add(id, status, log);
    }

    private static EagleLog logs(JsonParser json, EagleResults results) throws IOException {
        EagleLog log = new EagleLog();
        results.read(log, "", json);
        return log;
    }

    /** The text at hand; of anything else nothing, and it is passed over. */
    private static String text(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return json.getText();
        }
        json.skipChildren();
        return "";
    }
}
