package dev.expertd.trace.otlp;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonFormat;
import dev.expertd.trace.format.JsonOutline;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Peek;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * Spans of OpenTelemetry in JSON, one document or several one after the other.
 *
 * <pre>
 * {"resourceSpans": [{"resource": {"attributes": [...]},
 *   "scopeSpans": [{"spans": [{"spanId", "parentSpanId", "name",
 *     "startTimeUnixNano": "1700000000000000000", "endTimeUnixNano": "...",
 *     "attributes": [{"key": "test.case.name", "value": {"stringValue": "adds up"}}],
 *     "events": [{"name": "exception", "attributes": [...]}],
 *     "status": {"code": 2, "message": "..."}}]}]}]}
 * </pre>
 *
 * Keys may be written with underscores, codes by name, and old scopes as {@code instrumentationLibrarySpans}; Tempo calls
 * the outermost list {@code batches}. Which spans count, {@link Spans} says.
 */
public final class Otlp extends JsonFormat {
    @Override
    public String name() {
        return "otlp";
    }

    @Override
    public boolean matches(Peek peek) {
        JsonOutline seen = peek.document();
        return isDocument(seen)
                || isDocument(seen, JsonOutline.EACH)
                || isDocument(seen, "trace")
                || isDocument(seen, "data")
                || seen.has("batches", JsonOutline.EACH, "scopeSpans")
                || seen.has("batches", JsonOutline.EACH, "instrumentationLibrarySpans");
    }

    static boolean isDocument(JsonOutline seen, String... at) {
        return Stream.of("resourceSpans", "resource_spans").anyMatch(key -> {
            String[] path = Stream.concat(Stream.of(at), Stream.of(key)).toArray(String[]::new);
            return seen.hasArray(path);
        });
    }

    @Override
    protected void read(JsonParser json, Collected into) throws IOException {
        Spans spans = new Spans(into);
        OtlpDocument document = new OtlpDocument(into.withText(), spans::add, spans::commit);
        try {
            while (json.nextToken() != null) {
                if (json.isExpectedStartArrayToken()) {
                    JsonValue.elements(json, document::read);
                } else {
                    document.read(json);
                }
            }
        } finally {
            spans.end();
        }
    }
}
