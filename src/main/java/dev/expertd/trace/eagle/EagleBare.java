package dev.expertd.trace.eagle;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonFormat;
import dev.expertd.trace.format.JsonOutline;
import dev.expertd.trace.format.Peek;
import java.io.IOException;

/** The same results merged by hand: {@code {"6": ["TEST 6: Title", ..., "  FAIL - ..."]}}, the verdicts in the logs alone. */
public final class EagleBare extends JsonFormat {
    @Override
    public String name() {
        return "eagle";
    }

    @Override
    public boolean matches(Peek peek) {
        JsonOutline seen = peek.document();
        return seen.isObject()
                && seen.texts(JsonOutline.ANY, JsonOutline.EACH).stream().anyMatch(EagleLog::isLogLine)
                && seen.keys().stream()
                        .allMatch(key -> seen.isEmptyAt(key)
                                || !seen.texts(key, JsonOutline.EACH).isEmpty());
    }

    @Override
    protected void read(JsonParser json, Collected into) throws IOException {
        EagleResults results = new EagleResults(into);
        try {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String id = json.currentName();
                json.nextToken();
                EagleLog log = new EagleLog();
                results.read(log, "", json);
                results.add(id, "", log);
            }
        } finally {
            results.close();
        }
    }
}
