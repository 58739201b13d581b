package dev.expertd.trace.agent;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonFormat;
import dev.expertd.trace.format.JsonOutline;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Peek;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs of LangSmith, each of which is a step: as they were sent, or as they were exported.
 *
 * <pre>
 * {"post": [{"id", "name", "run_type": "llm|chain|tool|...", "start_time", "trace_id", "dotted_order", ...}],
 *  "patch": [{"id", "end_time", "error", "outputs", ...}]}
 * [{"id", "name", "run_type", "start_time", "end_time", "error", "status", ...}, ...]    or {"runs": [...]}
 * {"id", "name", "run_type", ..., "child_runs": [{...}]}                                 one after the other
 * </pre>
 *
 * What is posted when a run begins and patched when it ends belongs together by its id. Times are ISO texts, or
 * milliseconds since 1970 from JavaScript.
 */
public final class LangSmith extends JsonFormat {
    /** Runs in runs; what is nested deeper is passed over. */
    private static final int DEPTH = 200;

    @Override
    public String name() {
        return "langsmith";
    }

    @Override
    public boolean matches(Peek peek) {
        JsonOutline seen = peek.document();
        boolean emptyBatch = seen.isEmptyAt("post") && seen.isEmptyAt("patch");
        return emptyBatch
                || isRun(seen)
                || Stream.of("post", "patch", "runs", "child_runs").anyMatch(key -> isRun(seen, key, JsonOutline.EACH))
                || isRun(seen, JsonOutline.EACH)
                || Stream.of("post", "patch").anyMatch(key -> isPatch(seen, key, JsonOutline.EACH));
    }

    private static boolean isRun(JsonOutline seen, String... at) {
        Set<String> keys = seen.keys(at);
        return keys.contains("run_type")
                && Stream.of("trace_id", "dotted_order", "session_id", "start_time")
                        .anyMatch(keys::contains);
    }

    private static boolean isPatch(JsonOutline seen, String... at) {
        Set<String> keys = seen.keys(at);
        return keys.contains("dotted_order") || keys.containsAll(Arrays.asList("trace_id", "end_time"));
    }

    @Override
    protected void read(JsonParser json, Collected into) throws IOException {
        LangSmithRuns runs = new LangSmithRuns(into);
        try {
            while (json.nextToken() != null) {
                value(json, runs, into, 0);
            }
        } finally {
            runs.close(new Evidence(into, name()));
        }
    }

    private static void value(JsonParser json, LangSmithRuns runs, Collected into, int depth) throws IOException {
        if (depth > DEPTH) {
            into.incomplete("runs are nested more than " + DEPTH + " deep");
            json.skipChildren();
            return;
        }
        JsonValue.Reading inside = value -> value(value, runs, into, depth + 1);
        if (json.isExpectedStartArrayToken()) {
            JsonValue.elements(json, inside);
            return;
        }
        LangSmithRun run = new LangSmithRun();
        JsonValue.fields(json, (key, value) -> {
            switch (key) {
                case "post", "patch", "runs", "child_runs" -> inside.read(value);
                default -> run.read(key, value, into);
            }
        });
        runs.add(run);
    }
}
