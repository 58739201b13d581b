package dev.expertd.trace.javascript;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.model.Signal;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonFormat;
import dev.expertd.trace.format.JsonOutline;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Peek;
import java.io.IOException;

/**
 * Playwright's own memory of the last run, {@code .last-run.json}: {@code {"status": "failed", "failedTests":
 * ["d748ac400d08b85935ef-..."]}}. It does not say how many tests ran, nor what they are called, so it is evidence and
 * gives no outcome.
 */
public final class PlaywrightLastRun extends JsonFormat {
    @Override
    public String name() {
        return "playwright-lastrun";
    }

    @Override
    public boolean matches(Peek peek) {
        JsonOutline seen = peek.document();
        return seen.isObject()
                && !seen.text("status").isEmpty()
                && seen.hasArray("failedTests")
                && !seen.has("suites")
                && !seen.has("tests")
                && !seen.has("results");
    }

    /** Read to its end only to know that it has one. */
    @Override
    protected void read(JsonParser json, Collected into) throws IOException {
        into.signal(Signal.EVIDENCE_ONLY);
        json.nextToken();
        JsonValue.fields(json, (key, value) -> {});
    }
}
