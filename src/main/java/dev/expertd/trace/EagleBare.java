package dev.expertd.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The original shape as somebody merged it by hand: a bare map of test id to log lines, verdicts in the logs alone. */
final class EagleBare implements Format {
    @Override
    public String name() {
        return "eagle";
    }

    @Override
    public boolean matches(Peek peek) {
        return !peek.array()
                && !peek.keys().isEmpty()
                && peek.keys().stream().allMatch(key -> peek.firstOfHas(key, Peek.TEXT_IN_ARRAY));
    }

    @Override
    public void read(TraceFile file, RunBuilder run) throws IOException {
        EagleResults results = new EagleResults();
        try (JsonParser json = Json.lenient(file)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String id = json.currentName();
                json.nextToken();
                EagleLog log = new EagleLog();
                log.read(json, false);
                results.add(id, "", log);
            }
        } finally {
            results.into(run);
        }
    }
}
