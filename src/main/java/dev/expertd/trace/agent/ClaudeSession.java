package dev.expertd.trace.agent;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.model.Failure;
import dev.expertd.model.Signal;
import dev.expertd.model.Status;
import dev.expertd.model.TestCase;
import dev.expertd.trace.failure.PrintedFailure;
import dev.expertd.trace.format.BoundedText;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonLines;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.TestId;
import dev.expertd.trace.format.Times;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tool calls of one session and what came of them. */
final class ClaudeSession implements JsonLines {
    private static final int CALLS = 100_000;

    /** A part of a message: a call of a tool, or its result. */
    private static final class Part {
        private String type = "";
        private String id = "";
        private String name = "";
        private String of = "";
        private boolean isError;
        private final BoundedText content = new BoundedText();
    }

    private final Map<String, String> tools = new HashMap<>();
    private final Collected read = new Collected(true);

    @Override
    public void line(JsonParser json) throws IOException {
        List<Part> parts = new ArrayList<>();
        String[] time = {""};
        JsonValue.fields(json, (key, value) -> {
            if (key.equals("timestamp")) {
                time[0] = JsonValue.text(value);
            } else if (key.equals("message")) {
                JsonValue.fields(value, (inner, content) -> {
                    if (inner.equals("content")) {
                        JsonValue.elements(content, each -> parts.add(part(each)));
                    }
                });
            }
        });
        read.started(Times.parse(time[0]));
        read.ended(Times.parse(time[0]));
        parts.forEach(this::take);
    }

    @Override
    public Collected soFar() {
        Collected into = read.copy();
        into.signal(Signal.EVIDENCE_ONLY);
        return into;
    }

    private void take(Part part) {
        if (part.type.equals("tool_use") && !part.id.isEmpty() && tools.size() < CALLS) {
            tools.put(part.id, part.name);
        } else if (part.type.equals("tool_result")) {
            String call = part.of.isEmpty() ? "result " + read.size() : part.of;
            String tool = tools.getOrDefault(part.of, "");
            Failure failure = part.isError ? read.bounded(PrintedFailure.ofLog(part.content.lines())) : null;
            read.add(
                    new TestCase(TestId.of("claude", "", call), tool.isEmpty() ? call : tool, "", ""),
                    part.isError ? Status.FAILED : Status.PASSED,
                    false,
                    -1,
                    failure);
        }
    }

    private static Part part(JsonParser json) throws IOException {
        Part part = new Part();
        JsonValue.fields(json, (key, value) -> {
            switch (key) {
                case "type" -> part.type = JsonValue.text(value);
                case "id" -> part.id = JsonValue.text(value);
                case "name" -> part.name = JsonValue.text(value);
                case "tool_use_id" -> part.of = JsonValue.text(value);
                case "is_error" -> part.isError = JsonValue.isTrue(value);
                case "content" -> content(value, part.content);
                default -> {}
            }
        });
        return part;
    }

    /** A text, or a list of parts with texts. */
    static void content(JsonParser json, BoundedText into) throws IOException {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            JsonValue.elements(
                    json,
                    each -> JsonValue.fields(each, (key, value) -> {
                        if (key.equals("text")) {
                            into.append(JsonValue.text(value) + '\n');
                        }
                    }));
        } else {
            into.append(JsonValue.text(json));
        }
    }
}
