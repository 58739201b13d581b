package dev.expertd.trace.agent;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.model.Signal;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonFormat;
import dev.expertd.trace.format.JsonOutline;
import dev.expertd.trace.format.Peek;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A trajectory of SWE-agent: {@code {"trajectory": [{"action", "observation", "thought", ...}], "history": [...], "info":
 * {"exit_status": "submitted"}}}. Demonstrations hold the history alone, several attempts stand below {@code attempts},
 * and mini-swe-agent writes messages beside a {@code trajectory_format}.
 *
 * <p>That a patch was submitted says nothing of its worth, so nothing is counted and nothing judged; it is only passed
 * through to its end, to know whether it is whole.
 */
public final class SweAgent extends JsonFormat {
    @Override
    public String name() {
        return "swe-agent";
    }

    @Override
    public boolean matches(Peek peek) {
        JsonOutline seen = peek.document();
        return seen.isObject()
                && (isTrajectory(seen)
                        || isTrajectory(seen, "attempts", JsonOutline.EACH)
                        || isHistory(seen)
                        || seen.text("trajectory_format").startsWith("mini-swe-agent"));
    }

    private static boolean isTrajectory(JsonOutline seen, String... at) {
        String[] steps = below(at, "trajectory");
        boolean acts = seen.has(below(steps, JsonOutline.EACH, "action"))
                && seen.has(below(steps, JsonOutline.EACH, "observation"));
        return acts || seen.isEmptyAt(steps) && (seen.has(below(at, "history")) || seen.has(below(at, "info")));
    }

    private static boolean isHistory(JsonOutline seen) {
        return seen.has("history", JsonOutline.EACH, "role")
                && seen.has("history", JsonOutline.EACH, "content")
                && (seen.has("history", JsonOutline.EACH, "agent")
                        || seen.has("history", JsonOutline.EACH, "message_type"));
    }

    private static String[] below(String[] path, String... more) {
        return Stream.of(path, more).flatMap(Arrays::stream).toArray(String[]::new);
    }

    @Override
    protected void read(JsonParser json, Collected into) throws IOException {
        into.signal(Signal.EVIDENCE_ONLY);
        json.nextToken();
        json.skipChildren();
    }
}
