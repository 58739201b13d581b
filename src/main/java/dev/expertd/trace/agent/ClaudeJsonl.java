package dev.expertd.trace.agent;

import dev.expertd.trace.format.JsonLines;
import dev.expertd.trace.format.JsonLinesFormat;
import dev.expertd.trace.format.JsonOutline;
import dev.expertd.trace.format.Peek;
import java.util.Set;

/**
 * A session of Claude Code, one message a line, as it stands in its folder of projects or as {@code stream-json}. What
 * counts is each {@code tool_result}; it says that a tool worked, not that a test passed, so it is evidence alone.
 *
 * <pre>
 * {"type":"assistant","timestamp":"...","message":{"content":[{"type":"tool_use","id":"toolu_1","name":"Bash"}]}}
 * {"type":"user","timestamp":"...","message":{"content":[
 *     {"type":"tool_result","tool_use_id":"toolu_1","is_error":true,"content":"no such file"}]}}
 * </pre>
 *
 * {@code content} is a text or a list; lines of other shapes are passed over.
 */
public final class ClaudeJsonl extends JsonLinesFormat {
    private static final Set<String> TYPES = Set.of("user", "assistant");

    @Override
    public String name() {
        return "claude";
    }

    @Override
    public boolean matches(Peek peek) {
        return anyLine(peek, ClaudeJsonl::isMessage);
    }

    @Override
    public JsonLines lines() {
        return new ClaudeSession();
    }

    private static boolean isMessage(JsonOutline line) {
        return TYPES.contains(line.text("type"))
                && (line.has("message", "content")
                        || !line.text("message", "role").isEmpty());
    }
}
