package dev.expertd.trace.ctrf;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.model.Counts;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Times;
import java.io.IOException;

/** What stands under {@code results}, or beside it where the head was cut off. */
final class CtrfResults {
    private final Collected into;
    private int passed;
    private int failed;
    private int other;
    private int skipped;
    private int flaky;

    CtrfResults(Collected into) {
        this.into = into;
    }

    void field(String key, JsonParser json) throws IOException {
        switch (key) {
            case "summary" -> JsonValue.fields(json, this::summary);
            case "environment" ->
                JsonValue.fields(json, (part, value) -> {
                    if (part.equals("commit")) {
                        into.commit(JsonValue.text(value));
                    }
                });
            case "tests" ->
                JsonValue.elements(json, test -> {
                    if (test.currentToken() == JsonToken.START_OBJECT) {
                        CtrfCase.read(test, into);
                    }
                });
            default -> {}
        }
    }

    /** The summary counts for nothing where tests are listed. */
    void close() {
        int total = passed + failed + other + skipped;
        if (into.size() == 0 && total > 0) {
            into.declare(new Counts(total, passed, failed, other, skipped, Math.min(flaky, passed)));
        }
    }

    private void summary(String key, JsonParser json) throws IOException {
        double number = JsonValue.number(json, 0);
        int count = (int) Math.min(1e8, Math.max(0, number));
        switch (key) {
            case "passed" -> passed += count;
            case "failed" -> failed += count;
            case "other" -> other += count;
            case "skipped", "pending" -> skipped += count;
            case "flaky" -> flaky += count;
            case "start" -> into.started(Times.ofEpoch(number));
            case "stop" -> into.ended(Times.ofEpoch(number));
            default -> {}
        }
    }
}
