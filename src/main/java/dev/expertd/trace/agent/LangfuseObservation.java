package dev.expertd.trace.agent;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.ShortText;
import dev.expertd.trace.format.Times;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One observation, read key by key. That it has no end is nothing unusual: events have none. */
final class LangfuseObservation {
    private String id = "";
    private String trace = "";
    private String type = "";
    private String name = "";
    private String level = "";
    private String message = "";
    private double latency = -1;
    private @Nullable Instant start;
    private @Nullable Instant end;

    void read(String key, JsonParser json, boolean withText) throws IOException {
        switch (key) {
            case "id" -> id = ShortText.name(JsonValue.word(json));
            case "traceId", "trace_id" -> trace = ShortText.name(JsonValue.word(json));
            case "type" -> type = ShortText.name(JsonValue.text(json));
            case "name" -> name = ShortText.name(JsonValue.word(json));
            case "level" -> level = ShortText.name(JsonValue.text(json));
            case "statusMessage", "status_message" -> message = withText ? JsonValue.text(json) : "";
            case "startTime", "start_time" -> start = Times.parse(JsonValue.text(json));
            case "endTime", "end_time" -> end = Times.parse(JsonValue.text(json));
            case "latency" -> latency = JsonValue.number(json, -1);
            default -> {}
        }
    }

    /** A trace has a type as little as a score has a level. */
    boolean isOne() {
        return !id.isEmpty() && !type.isEmpty() && (!trace.isEmpty() || !level.isEmpty() || start != null);
    }

    String id() {
        return id;
    }

    void tell(Collected into, Evidence evidence) {
        into.started(start);
        into.ended(end == null ? start : end);
        boolean failed = level.equalsIgnoreCase("ERROR");
        Failure failure = failed ? into.bounded(ToldError.of(message, "")) : null;
        evidence.add(type, name.isEmpty() ? type : name, failed ? Status.FAILED : Status.PASSED, millis(), failure);
    }

    /** The latency is in seconds today and was in milliseconds once, so the times go before it. */
    private long millis() {
        Instant from = start;
        Instant to = end;
        if (from != null && to != null && !to.isBefore(from)) {
            return Duration.between(from, to).toMillis();
        }
        return latency < 0 ? -1 : Math.round(latency * 1000);
    }
}
