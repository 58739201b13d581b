package dev.expertd.trace.agent;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonFormat;
import dev.expertd.trace.format.JsonOutline;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Peek;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * An export of Langfuse; each observation is a step.
 *
 * <pre>
 * {"trace": {"id", "name", "timestamp", "scores": [...], "observations": [...]},
 *  "observations": [{"id", "traceId", "type": "GENERATION|SPAN|EVENT|TOOL|AGENT|...", "name",
 *    "startTime", "endTime", "level": "DEBUG|DEFAULT|WARNING|ERROR", "statusMessage", "latency"}]}
 * </pre>
 *
 * The observations stand twice, so each id counts once. The interface for programs gives the trace itself, or lists of
 * observations as {@code data}; the one in Python writes its keys with underscores.
 */
public final class Langfuse extends JsonFormat {
    /** Traces in lists in traces; no export nests deeper. */
    private static final int DEPTH = 6;

    @Override
    public String name() {
        return "langfuse";
    }

    @Override
    public boolean matches(Peek peek) {
        JsonOutline seen = peek.document();
        boolean exported = seen.hasObject("trace") && (isTrace(seen, "trace") || seen.hasArray("observations"));
        return exported
                || isTrace(seen)
                || isTrace(seen, JsonOutline.EACH)
                || isTrace(seen, "data", JsonOutline.EACH)
                || isObservation(seen, "observations", JsonOutline.EACH)
                || isObservation(seen, JsonOutline.EACH)
                || isObservation(seen, "data", JsonOutline.EACH);
    }

    private static boolean isTrace(JsonOutline seen, String... at) {
        Set<String> keys = seen.keys(at);
        return keys.contains("id")
                && keys.contains("timestamp")
                && (keys.contains("observations") || keys.contains("projectId") || keys.contains("bookmarked"));
    }

    private static boolean isObservation(JsonOutline seen, String... at) {
        Set<String> keys = seen.keys(at);
        return keys.contains("id")
                && keys.contains("type")
                && keys.contains("level")
                && (keys.contains("traceId") || keys.contains("trace_id"));
    }

    @Override
    protected void read(JsonParser json, Collected into) throws IOException {
        Evidence evidence = new Evidence(into, name());
        Set<String> ids = new HashSet<>();
        while (json.nextToken() != null) {
            value(json, into, evidence, ids, 0);
        }
    }

    private static void value(JsonParser json, Collected into, Evidence evidence, Set<String> ids, int depth)
            throws IOException {
        if (depth > DEPTH) {
            json.skipChildren();
            return;
        }
        JsonValue.Reading inside = value -> value(value, into, evidence, ids, depth + 1);
        if (json.isExpectedStartArrayToken()) {
            JsonValue.elements(json, inside);
            return;
        }
        LangfuseObservation observation = new LangfuseObservation();
        JsonValue.fields(json, (key, value) -> {
            switch (key) {
                case "trace", "observations", "data" -> inside.read(value);
                default -> observation.read(key, value, into.withText());
            }
        });
        if (!observation.isOne() || ids.contains(observation.id())) {
            return;
        }
        if (ids.size() == Evidence.STEPS) {
            into.incomplete("it holds more than " + Evidence.STEPS + " observations");
            return;
        }
        ids.add(observation.id());
        observation.tell(into, evidence);
    }
}
