package dev.expertd.trace.agent;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.ShortText;
import dev.expertd.trace.format.Times;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One run, or what one message tells of it. */
final class LangSmithRun {
    private static final Pattern LAST_ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$");

    private static final int ID = 36;

    private String id = "";
    private String trace = "";
    private String order = "";
    private String name = "";
    private String type = "";
    private String status = "";
    private boolean failed;
    private @Nullable Failure failure;
    private @Nullable Instant start;
    private @Nullable Instant end;

    void read(String key, JsonParser json, Collected into) throws IOException {
        switch (key) {
            case "id" -> id = ShortText.name(JsonValue.word(json));
            case "trace_id" -> trace = ShortText.name(JsonValue.word(json));
            case "dotted_order" -> order = tail(JsonValue.text(json));
            case "name" -> name = ShortText.name(JsonValue.text(json));
            case "run_type" -> type = ShortText.name(JsonValue.text(json));
            case "status" -> status = ShortText.name(JsonValue.text(json));
            case "start_time" -> start = time(json);
            case "end_time" -> end = time(json);
            case "error" -> error(json, into);
            default -> {}
        }
    }

    private void error(JsonParser json, Collected into) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return;
        }
        String text = into.withText() ? json.getText() : "";
        failed = !into.withText() || !text.isBlank();
        failure = failed ? into.bounded(ToldError.of(text, "")) : null;
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - ID));
    }

    private static @Nullable Instant time(JsonParser json) throws IOException {
        double millis = JsonValue.number(json, -1);
        return millis > 0 ? Instant.ofEpochMilli((long) millis) : Times.parse(JsonValue.text(json));
    }

    /** What names the run. A patch may lack its id; the last part of its place in the trace holds it. */
    String key() {
        Matcher last = LAST_ID.matcher(order);
        return !id.isEmpty() ? id : last.find() ? last.group() : trace;
    }

    boolean isOne() {
        return !key().isEmpty() || !type.isEmpty() || end != null || failed;
    }

    /** Adds what a later message tells; what that leaves out stays. */
    void merge(LangSmithRun later) {
        name = later.name.isEmpty() ? name : later.name;
        type = later.type.isEmpty() ? type : later.type;
        status = later.status.isEmpty() ? status : later.status;
        failed |= later.failed;
        failure = later.failure == null ? failure : later.failure;
        start = later.start == null ? start : later.start;
        end = later.end == null ? end : later.end;
    }

    void tell(Collected into, Evidence evidence) {
        into.started(start);
        into.ended(end);
        String title = name.isEmpty() ? type.isEmpty() ? "run" : type : name;
        evidence.add(type, title, status(), millis(), failure);
    }

    private Status status() {
        if (failed || status.equals("error")) {
            return Status.FAILED;
        }
        return end == null || status.equals("pending") ? Status.ERRORED : Status.PASSED;
    }

    private long millis() {
        Instant from = start;
        Instant to = end;
        return from == null || to == null || to.isBefore(from)
                ? -1
                : Duration.between(from, to).toMillis();
    }
}
