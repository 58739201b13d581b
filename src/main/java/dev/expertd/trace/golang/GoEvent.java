package dev.expertd.trace.golang;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.trace.format.JsonValue;
import java.io.IOException;

/** One line; what is absent is empty, or below 0. */
record GoEvent(
        String time,
        String action,
        String module,
        String test,
        String output,
        double elapsed,
        String importPath,
        String failedBuild) {

    static GoEvent read(JsonParser json) throws IOException {
        String[] texts = {"", "", "", "", "", "", ""};
        double[] elapsed = {-1};
        JsonValue.fields(json, (key, value) -> {
            int place = switch (key) {
                case "Time" -> 0;
                case "Action" -> 1;
                case "Package" -> 2;
                case "Test" -> 3;
                case "Output" -> 4;
                case "ImportPath" -> 5;
                case "FailedBuild" -> 6;
                default -> -1;
            };
            if (place >= 0) {
                texts[place] = JsonValue.text(value);
            } else if (key.equals("Elapsed")) {
                elapsed[0] = JsonValue.number(value, -1);
            }
        });
        return new GoEvent(texts[0], texts[1], texts[2], texts[3], texts[4], elapsed[0], texts[5], texts[6]);
    }

    long millis() {
        return elapsed < 0 ? -1 : Math.round(elapsed * 1000);
    }
}
