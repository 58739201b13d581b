package dev.expertd.trace.agent;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonFormat;
import dev.expertd.trace.format.JsonOutline;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Peek;
import java.io.IOException;

/**
 * The log of an Inspect evaluation; each sample of each epoch is a test.
 *
 * <pre>
 * {"version": 2, "status": "started|success|cancelled|error",
 *  "eval": {"task", "task_file", "model", "created", "revision": {"commit", "dirty"}, ...},
 *  "results": {"total_samples", "completed_samples", "scores": [{"name", "metrics": {"accuracy": {"value": 0.5}}}]},
 *  "stats": {"started_at", "completed_at"},
 *  "error": {"message", "traceback"},
 *  "samples": [{"id": 1, "epoch": 1, "target", "scores": {"match": {"value": "C|I|P|N" or a number, "answer"}},
 *    "error": {"message", "traceback"}, "error_retries": [...], "total_time": 1.5}],
 *  "reductions": [{"scorer", "samples": [{"sample_id", "value"}]}]}
 * </pre>
 *
 * The status says how the evaluation ended, not what came out: a cancelled one may well hold every score. A log without
 * samples is judged by its reductions, one value a sample, else by the accuracy that it states.
 */
public final class Inspect extends JsonFormat {
    @Override
    public String name() {
        return "inspect";
    }

    @Override
    public boolean matches(Peek peek) {
        JsonOutline seen = peek.document();
        return seen.isObject()
                && seen.has("eval", "task")
                && (seen.has("eval", "model") || seen.has("eval", "run_id"))
                && (seen.has("status") || seen.has("samples") || seen.has("results"));
    }

    @Override
    protected void read(JsonParser json, Collected into) throws IOException {
        InspectLog log = new InspectLog(into);
        try {
            json.nextToken();
            JsonValue.fields(json, log::read);
        } finally {
            log.close();
        }
    }
}
