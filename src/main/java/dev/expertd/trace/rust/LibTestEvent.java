package dev.expertd.trace.rust;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Times;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** One line: its texts by key, those of a compiler's message by {@code message.} and key. */
record LibTestEvent(Map<String, String> texts, long millis, long failed, boolean isFailure) {
    private static final Set<String> KEYS = Set.of(
            "type", "event", "name", "stdout", "stderr", "message", "reason", "message.level", "message.rendered");

    static LibTestEvent read(JsonParser json) throws IOException {
        Map<String, String> texts = new HashMap<>();
        long[] numbers = {-1, 0};
        boolean[] failure = {false};
        JsonValue.fields(json, (key, value) -> {
            if (key.equals("exec_time")) {
                numbers[0] = millis(JsonValue.word(value));
            } else if (key.equals("failed")) {
                numbers[1] = Math.round(JsonValue.number(value, 0));
            } else if (key.equals("success")) {
                failure[0] = value.currentToken() == JsonToken.VALUE_FALSE;
            } else if (key.equals("message") && value.currentToken() == JsonToken.START_OBJECT) {
                JsonValue.fields(value, (inner, text) -> put(texts, "message." + inner, text));
            } else {
                put(texts, key, value);
            }
        });
        return new LibTestEvent(texts, numbers[0], numbers[1], failure[0]);
    }

    String text(String key) {
        return texts.getOrDefault(key, "");
    }

    private static void put(Map<String, String> texts, String key, JsonParser value) throws IOException {
        if (KEYS.contains(key)) {
            texts.put(key, JsonValue.text(value));
        }
    }

    private static long millis(String seconds) {
        return Times.millis(seconds.endsWith("s") ? seconds.substring(0, seconds.length() - 1) : seconds);
    }
}
