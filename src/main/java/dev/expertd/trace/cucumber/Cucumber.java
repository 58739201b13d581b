package dev.expertd.trace.cucumber;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonFormat;
import dev.expertd.trace.format.JsonOutline;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Peek;
import java.io.IOException;

/**
 * Cucumber's {@code json} report, of every Cucumber, and behave's, which is much like it.
 *
 * <pre>
 * [{"uri": "features/cart.feature", "name": "Cart", "keyword": "Feature",    behave: "location", no "uri"
 *   "elements": [
 *     {"type": "background", "steps": [...]},                                belongs to the scenario that follows
 *     {"type": "scenario", "id": "cart;adds-up;;2", "name": "adds up", "line": 7,
 *      "before": [{"result": {...}}],                                        hooks
 *      "steps": [{"keyword": "Given ", "name": "an empty cart",
 *                 "result": {"status": "passed", "duration": 1200000}}],     nanoseconds; behave: seconds
 *      "after": [...]}]}]
 * </pre>
 */
public final class Cucumber extends JsonFormat {
    @Override
    public String name() {
        return "cucumber";
    }

    @Override
    public boolean matches(Peek peek) {
        JsonOutline seen = peek.document();
        boolean feature = seen.has(JsonOutline.EACH, "keyword")
                && (seen.has(JsonOutline.EACH, "uri") || seen.has(JsonOutline.EACH, "location"));
        return seen.isArray() && (feature || seen.hasArray(JsonOutline.EACH, "elements"));
    }

    @Override
    protected void read(JsonParser json, Collected into) throws IOException {
        ExampleRows rows = new ExampleRows();
        if (json.nextToken() == JsonToken.START_ARRAY) {
            JsonValue.elements(json, feature -> CucumberFeature.read(feature, rows, into));
        }
    }
}
