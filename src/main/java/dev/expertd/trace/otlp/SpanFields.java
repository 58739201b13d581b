package dev.expertd.trace.otlp;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.ShortText;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a span key by key. Ids are told apart only, so in hex or not does not matter. */
final class SpanFields {
    /** No id at all, as some write it for the root: zeros in hex, or in base 64. */
    private static final Pattern NONE = Pattern.compile("0*|A*=*");

    private static final Pattern NANOS = Pattern.compile("[0-9]{1,18}|[1-8][0-9]{18}");

    private final boolean withText;
    private String id = "";
    private String parent = "";
    private String name = "";
    private String code = "";
    private String message = "";
    private @Nullable Instant start;
    private @Nullable Instant end;
    private Map<String, String> attributes = Map.of();
    private Map<String, String> error = Map.of();

    SpanFields(boolean withText) {
        this.withText = withText;
    }

    void read(String key, JsonParser json) throws IOException {
        switch (key) {
            case "spanId", "span_id" -> id = ShortText.name(JsonValue.text(json));
            case "parentSpanId", "parent_span_id" -> parent = ShortText.name(JsonValue.text(json));
            case "name" -> name = ShortText.name(JsonValue.text(json));
            case "startTimeUnixNano", "start_time_unix_nano" -> start = time(json);
            case "endTimeUnixNano", "end_time_unix_nano" -> end = time(json);
            case "attributes" -> attributes = Attributes.read(json, withText);
            case "events" -> JsonValue.elements(json, this::event);
            case "status" -> JsonValue.fields(json, this::status);
            default -> {}
        }
    }

    private void status(String key, JsonParser json) throws IOException {
        switch (key) {
            case "code" -> code = ShortText.name(JsonValue.word(json));
            case "message" -> message = withText ? ShortText.printed(JsonValue.text(json)) : "";
            default -> {}
        }
    }

    private void event(JsonParser json) throws IOException {
        String[] event = {""};
        JsonValue.fields(json, (key, value) -> {
            switch (key) {
                case "name" -> event[0] = ShortText.name(JsonValue.text(value));
                case "attributes" -> {
                    Map<String, String> told = Attributes.read(value, withText);
                    boolean isError = told.containsKey("exception.type")
                            || told.containsKey("exception.message")
                            || event[0].endsWith("failed") && told.containsKey("message");
                    error = isError ? told : error;
                }
                default -> {}
            }
        });
    }

    /** Nanoseconds since 1970, as text or as a number; 0 is none. */
    private static @Nullable Instant time(JsonParser json) throws IOException {
        String word = JsonValue.word(json);
        long nanos = NANOS.matcher(word).matches() ? Long.parseLong(word) : (long) JsonValue.number(json, 0);
        return nanos <= 0 ? null : Instant.ofEpochSecond(0, nanos);
    }

    Span span() {
        String above = NONE.matcher(parent).matches() ? "" : parent;
        return new Span(id, above, name, Span.Code.of(code), message, start, end, attributes, error);
    }
}
