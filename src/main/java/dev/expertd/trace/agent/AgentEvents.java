package dev.expertd.trace.agent;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.model.Signal;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonFormat;
import dev.expertd.trace.format.JsonOutline;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Peek;
import dev.expertd.trace.format.Times;
import java.io.IOException;
import java.time.Instant;

/**
 * The events that an agent sent while it worked: {@code [{"type": "tool_use", "agent_id": "...", "timestamp": "...",
 * ...}]}. They are talk, so nothing in them is counted and nothing judged; only when it was is kept.
 */
public final class AgentEvents extends JsonFormat {
    @Override
    public String name() {
        return "agent-events";
    }

    @Override
    public boolean matches(Peek peek) {
        JsonOutline seen = peek.document();
        return seen.isArray()
                && seen.has(JsonOutline.EACH, "type")
                && seen.has(JsonOutline.EACH, "agent_id")
                && seen.has(JsonOutline.EACH, "timestamp");
    }

    @Override
    protected void read(JsonParser json, Collected into) throws IOException {
        into.signal(Signal.EVIDENCE_ONLY);
        json.nextToken();
        JsonValue.elements(
                json,
                event -> JsonValue.fields(event, (key, value) -> {
                    if (key.equals("timestamp")) {
                        Instant at = Times.parse(JsonValue.text(value));
                        into.started(at);
                        into.ended(at);
                    }
                }));
    }
}
