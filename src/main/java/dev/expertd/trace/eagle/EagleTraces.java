package dev.expertd.trace.eagle;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.model.Signal;
import dev.expertd.model.Status;
import dev.expertd.model.TestCase;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonFormat;
import dev.expertd.trace.format.JsonOutline;
import dev.expertd.trace.format.Peek;
import dev.expertd.trace.format.TestId;
import java.io.IOException;

/**
 * Traces of agent turns: an array of {@code {"trace_id", "spans", "status"}}. Their status only says that the turn
 * ended, five of seven in one real file had answered "Unknown skill"; so they are evidence and give no outcome.
 */
public final class EagleTraces extends JsonFormat {
    @Override
    public String name() {
        return "eagle-traces";
    }

    @Override
    public boolean matches(Peek peek) {
        JsonOutline seen = peek.document();
        return seen.isArray()
                && seen.has(JsonOutline.EACH, "trace_id")
                && seen.has(JsonOutline.EACH, "spans")
                && seen.has(JsonOutline.EACH, "status");
    }

    @Override
    protected void read(JsonParser json, Collected into) throws IOException {
        into.signal(Signal.EVIDENCE_ONLY);
        json.nextToken();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            trace(json, into);
        }
    }

    private static void trace(JsonParser json, Collected into) throws IOException {
        String id = "";
        String status = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_STRING && key.equals("trace_id")) {
                id = json.getText();
            } else if (value == JsonToken.VALUE_STRING && key.equals("status")) {
                status = json.getText();
            } else {
                json.skipChildren();
            }
        }
        if (!id.isEmpty()) {
            into.add(
                    new TestCase(TestId.of("eagle-traces", "", id), id, "", ""),
                    status.equals("success") ? Status.PASSED : Status.ERRORED,
                    false,
                    -1,
                    null);
        }
    }
}
