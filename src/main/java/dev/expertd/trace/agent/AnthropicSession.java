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
import dev.expertd.trace.format.JsonLinesFormat;
import dev.expertd.trace.format.JsonOutline;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Peek;
import dev.expertd.trace.format.TestId;
import dev.expertd.trace.format.Times;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * A session of a managed agent as its client recorded it, one call or event a line: {@code [call, what it gave]}, or
 * the events alone. Evidence only.
 *
 * <pre>
 * ["client.beta.sessions.events.stream",{"id":"sevt_1","type":"agent.tool_result","is_error":false,"content":[]}]
 * </pre>
 */
public final class AnthropicSession extends JsonLinesFormat {
    private static final Pattern EVENT = Pattern.compile("(?:agent|session|span|user)\\.[a-z_.]{1,100}");

    @Override
    public String name() {
        return "anthropic-session";
    }

    @Override
    public boolean matches(Peek peek) {
        JsonOutline first = peek.document();
        return first.isArray() && first.text(JsonOutline.EACH).startsWith("client.")
                || anyLine(peek, line -> EVENT.matcher(line.text("type")).matches() && line.has("processed_at"));
    }

    @Override
    public JsonLines lines() {
        return new Session();
    }

    private static final class Session implements JsonLines {
        private final Collected read = new Collected(true);

        @Override
        public void line(JsonParser json) throws IOException {
            Event event = new Event();
            event.read(json);
            if (EVENT.matcher(event.type).matches()) {
                add(event, event.type);
            }
        }

        @Override
        public void list(JsonParser json) throws IOException {
            Event event = new Event();
            String[] call = {""};
            JsonValue.elements(json, each -> {
                if (each.currentToken() == JsonToken.START_OBJECT) {
                    event.read(each);
                } else if (call[0].isEmpty()) {
                    call[0] = JsonValue.text(each);
                }
            });
            if (call[0].startsWith("client.")) {
                add(event, EVENT.matcher(event.type).matches() ? event.type : call[0]);
            }
        }

        private void add(Event event, String name) {
            read.started(Times.parse(event.time));
            read.ended(Times.parse(event.time));
            String id = event.id.isEmpty() ? name + ' ' + read.size() : event.id;
            boolean failed = event.isError || event.type.equals("session.error");
            Failure failure = failed ? read.bounded(PrintedFailure.ofLog(event.content.lines())) : null;
            read.add(
                    new TestCase(TestId.of("anthropic-session", "", id), name, "", ""),
                    failed ? Status.FAILED : Status.PASSED,
                    false,
                    -1,
                    failure);
        }

        @Override
        public Collected soFar() {
            Collected into = read.copy();
            into.signal(Signal.EVIDENCE_ONLY);
            return into;
        }
    }

    private static final class Event {
        private String type = "";
        private String id = "";
        private String time = "";
        private boolean isError;
        private final BoundedText content = new BoundedText();

        void read(JsonParser json) throws IOException {
            JsonValue.fields(json, (key, value) -> {
                switch (key) {
                    case "type" -> type = JsonValue.text(value);
                    case "id" -> id = JsonValue.text(value);
                    case "processed_at", "created_at" -> time = JsonValue.text(value);
                    case "is_error" -> isError = JsonValue.isTrue(value);
                    case "content" -> ClaudeSession.content(value, content);
                    case "error" ->
                        JsonValue.fields(value, (inner, text) -> {
                            if (inner.equals("message")) {
                                content.append(JsonValue.text(text));
                            }
                        });
                    default -> {}
                }
            });
        }
    }
}
