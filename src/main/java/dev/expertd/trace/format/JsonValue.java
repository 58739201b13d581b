package dev.expertd.trace.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The value at which a parser stands. What is of another kind than asked for counts as absent. */
public final class JsonValue {
    private JsonValue() {}

    /** What is done with the value at hand; an object or list that is left untouched is passed over. */
    public interface Reading {
        void read(JsonParser json) throws IOException;
    }

    /** The same for the value of a key. */
    public interface FieldReading {
        void read(String key, JsonParser json) throws IOException;
    }

    /** Reads the object at hand field by field; of anything else nothing. */
    public static void fields(JsonParser json, FieldReading reading) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            reading.read(key, json);
            passOver(json);
        }
    }

    /** Reads the list at hand element by element; of anything else nothing. */
    public static void elements(JsonParser json, Reading reading) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            reading.read(json);
            passOver(json);
        }
    }

    /** The text at hand; empty for anything else. Only to be asked for where no text of any length may stand. */
    public static String text(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "";
    }

    /** The text or number at hand as text; empty for anything else. */
    public static String word(JsonParser json) throws IOException {
        return json.currentToken() != null && json.currentToken().isNumeric() ? json.getText() : text(json);
    }

    /** The number at hand, also if it is written as text; {@code absent} for anything else. */
    public static double number(JsonParser json, double absent) throws IOException {
        if (json.currentToken() != null && json.currentToken().isNumeric()) {
            return json.getValueAsDouble(absent);
        }
        String text = text(json);
        return text.matches("-?[0-9]{1,18}(?:\\.[0-9]{1,18})?") ? Double.parseDouble(text) : absent;
    }

    /** True if the value at hand is {@code true}. */
    public static boolean isTrue(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_TRUE;
    }

    private static void passOver(JsonParser json) throws IOException {
        if (json.currentToken() != null && json.currentToken().isStructStart()) {
            json.skipChildren();
        }
    }
}
