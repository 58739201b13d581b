package dev.expertd.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at the beginning of a JSON document: its keys and the kind of what stands behind them. */
final class JsonPeek {
    private static final int KEYS = 64;

    private final Set<String> keys = new LinkedHashSet<>();
    private final Map<String, Set<String>> inside = new HashMap<>();
    private boolean array;
    private boolean seen;

    /** Looks until the document, or the part of it at hand, ends; what was seen before an exception counts. */
    void look(JsonParser json) throws IOException {
        JsonToken token = json.nextToken();
        if (token == JsonToken.START_ARRAY) {
            array = true;
            seen = true;
            token = json.nextToken();
        }
        if (token != JsonToken.START_OBJECT) {
            return;
        }
        seen = true;
        while (json.nextToken() == JsonToken.FIELD_NAME && keys.size() < KEYS) {
            String key = json.currentName();
            keys.add(key);
            // put before it is filled, so that it is known even if the document is cut off inside
            Set<String> found = inside.computeIfAbsent(key, any -> new LinkedHashSet<>());
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT) {
                object(json, found);
            } else if (value == JsonToken.START_ARRAY) {
                array(json, found);
            }
        }
    }

    Optional<Peek> soFar() {
        return seen ? Optional.of(new Peek("", keys, array, inside)) : Optional.empty();
    }

    private static void object(JsonParser json, Set<String> found) throws IOException {
        boolean empty = true;
        boolean first = true;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            empty = false;
            if (json.nextToken() == JsonToken.START_OBJECT && first) {
                first = false;
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    found.add(json.currentName());
                    json.nextToken();
                    json.skipChildren();
                }
            } else {
                json.skipChildren();
            }
        }
        if (empty) {
            found.add(Peek.EMPTY);
        }
    }

    private static void array(JsonParser json, Set<String> found) throws IOException {
        boolean empty = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            empty = false;
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                found.add(Peek.TEXT);
                if (EagleLog.isLogLine(json.getText())) {
                    found.add(Peek.LOG_LINE);
                }
            } else {
                json.skipChildren();
            }
        }
        if (empty) {
            found.add(Peek.EMPTY);
        }
    }
}
