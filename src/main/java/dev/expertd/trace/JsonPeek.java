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
    private final Map<String, Set<String>> firstOf = new HashMap<>();
    private boolean array;
    private boolean seen;

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
            value(key, json);
            if (json.currentLocation().getByteOffset() > TraceFile.PEEK_BYTES
                    || json.currentLocation().getCharOffset() > TraceFile.PEEK_BYTES) {
                return;
            }
        }
    }

    Optional<Peek> soFar() {
        return seen ? Optional.of(new Peek("", keys, array, firstOf)) : Optional.empty();
    }

    private void value(String key, JsonParser json) throws IOException {
        JsonToken token = json.nextToken();
        if (token == JsonToken.START_OBJECT) {
            firstOf.put(key, firstObject(key, json));
        } else if (token == JsonToken.START_ARRAY) {
            JsonToken first = json.nextToken();
            boolean empty = first == JsonToken.END_ARRAY;
            firstOf.put(
                    key,
                    Set.of(
                            empty
                                    ? Peek.EMPTY_ARRAY
                                    : first == JsonToken.VALUE_STRING ? Peek.TEXT_IN_ARRAY : "[other]"));
            if (!empty) {
                if (first == JsonToken.START_OBJECT || first == JsonToken.START_ARRAY) {
                    json.skipChildren();
                }
                skipRest(json);
            }
        }
    }

    /** The keys of the first object inside the object at hand; then skips to its end. */
    private Set<String> firstObject(String key, JsonParser json) throws IOException {
        Set<String> inner = new LinkedHashSet<>();
        firstOf.put(key, inner); // so that it is known even if the document is cut off inside
        JsonToken token = json.nextToken();
        if (token == JsonToken.END_OBJECT) {
            inner.add(Peek.EMPTY_OBJECT);
            return inner;
        }
        boolean first = true;
        while (token == JsonToken.FIELD_NAME) {
            if (json.nextToken() == JsonToken.START_OBJECT && first) {
                first = false;
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    inner.add(json.currentName());
                    json.nextToken();
                    json.skipChildren();
                }
            } else {
                json.skipChildren();
            }
            if (json.currentLocation().getByteOffset() > TraceFile.PEEK_BYTES) {
                return inner;
            }
            token = json.nextToken();
        }
        return inner;
    }

    private static void skipRest(JsonParser json) throws IOException {
        int depth = 1;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            if (token == null) {
                return;
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
    }
}
