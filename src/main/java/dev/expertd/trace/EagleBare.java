package dev.expertd.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The same results merged by hand: {@code {"6": ["TEST 6: Title", ..., "  FAIL - ..."]}}, the verdicts in the logs alone. */
final class EagleBare extends JsonFormat {
    @Override
    public String name() {
        return "eagle";
    }

    @Override
    public boolean matches(Peek peek) {
        return !peek.array()
                && peek.keys().stream().anyMatch(key -> peek.has(key, Peek.LOG_LINE))
                && peek.keys().stream().allMatch(key -> peek.has(key, Peek.TEXT) || peek.has(key, Peek.EMPTY));
    }

    @Override
    void read(JsonParser json, Collected into) throws IOException {
        EagleResults results = new EagleResults(into);
        try {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String id = json.currentName();
                json.nextToken();
                EagleLog log = new EagleLog();
                log.read(json, results.wanted(""));
                results.add(id, "", log);
            }
        } finally {
            results.close();
        }
    }
}
