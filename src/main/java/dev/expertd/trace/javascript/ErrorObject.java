package dev.expertd.trace.javascript;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.model.Failure;
import dev.expertd.trace.failure.ThrownError;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonValue;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An error as runners write it down: {@code {"name", "message", "stack"}}, each of them optional. Mochawesome says {@code
 * estack}; Playwright puts what was thrown and is no error under {@code value}. Some write a mere text.
 */
final class ErrorObject {
    private String name = "";
    private String message = "";
    private String stack = "";
    private String value = "";
    private boolean any;

    private ErrorObject() {}

    /** The error at hand, not yet bounded; null if there is none, as in {@code {}}. */
    static @Nullable Failure read(JsonParser json, Collected into) throws IOException {
        ErrorObject error = new ErrorObject();
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            error.any = true;
            error.message = into.withText() ? json.getText() : "";
        } else {
            JsonValue.fields(json, (key, field) -> error.field(key, field, into.withText()));
        }
        String said = error.message.isBlank() ? error.value : error.message;
        return error.any ? ThrownError.of(error.name, said, error.stack) : null;
    }

    /** The error of something that is no test, in a line. */
    static String headed(String name, @Nullable Failure failure) {
        String type = failure == null ? "" : failure.type().strip();
        String message = failure == null ? "" : failure.message().strip();
        String said = type.isEmpty() || message.isEmpty() ? type + message : type + ": " + message;
        return name.isEmpty() || said.isEmpty() ? name + said : name + ": " + said;
    }

    private void field(String key, JsonParser json, boolean withText) throws IOException {
        any = true;
        if (!withText) {
            return;
        }
        switch (key) {
            case "name" -> name = JsonValue.text(json);
            case "message" -> message = JsonValue.text(json);
            case "stack", "estack" -> stack = JsonValue.text(json);
            case "value" -> value = JsonValue.text(json);
            default -> {}
        }
    }
}
