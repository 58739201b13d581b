package dev.expertd.trace.otlp;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.model.Failure;
import dev.expertd.trace.failure.PrintedFailure;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.ShortText;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One span, as much of it as says something.
 *
 * @param parent empty if it is the root of its trace
 * @param message of its status
 * @param error the attributes of its last event that tells of an error; the last one is what ended it
 */
record Span(
        String id,
        String parent,
        String name,
        Code code,
        String message,
        @Nullable Instant start,
        @Nullable Instant end,
        Map<String, String> attributes,
        Map<String, String> error) {
    enum Code {
        UNSET,
        OK,
        ERROR;

        /** From the number of a code or its name, which may be written with a prefix. */
        static Code of(String word) {
            String name = word.toUpperCase(Locale.ROOT);
            return name.equals("2") || name.endsWith("ERROR")
                    ? ERROR
                    : name.equals("1") || name.endsWith("OK") ? OK : UNSET;
        }
    }

    static Span read(JsonParser json, boolean withText) throws IOException {
        SpanFields fields = new SpanFields(withText);
        JsonValue.fields(json, fields::read);
        return fields.span();
    }

    String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    /** Milliseconds, rounded; -1 if it is not known when it began and ended. */
    long millis() {
        return start == null || end == null || end.isBefore(start)
                ? -1
                : Math.round(Duration.between(start, end).toNanos() / 1e6);
    }

    /** What went wrong: the exception that was recorded, else what the status or the attributes say. */
    Failure failure() {
        String said = Stream.of(
                        error.getOrDefault("exception.message", ""),
                        message,
                        error.getOrDefault("message", ""),
                        attribute("tests.message"),
                        attribute("tests.case.message"),
                        attribute("exception.message"),
                        attribute("error.message"))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        String type = error.getOrDefault("exception.type", attribute("exception.type"));
        String stack = error.getOrDefault("exception.stacktrace", attribute("exception.stacktrace"));
        return PrintedFailure.completed(
                new Failure(type, ShortText.printed(said), ShortText.printed(stack.isBlank() ? said : stack)));
    }
}
