package dev.expertd.trace.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.trace.format.JsonValue;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;

/** Finds the spans of one document, and the commit of the program that was traced. */
final class OtlpDocument {
    private final boolean withText;
    private final Consumer<Span> spans;
    private final Consumer<String> commits;

    OtlpDocument(boolean withText, Consumer<Span> spans, Consumer<String> commits) {
        this.withText = withText;
        this.spans = spans;
        this.commits = commits;
    }

    void read(JsonParser json) throws IOException {
        JsonValue.fields(json, (key, value) -> {
            switch (key) {
                case "resourceSpans", "resource_spans", "batches" -> resources(value);
                case "trace", "data" ->
                    JsonValue.fields(value, (inner, list) -> {
                        if (inner.equals("resourceSpans") || inner.equals("resource_spans")) {
                            resources(list);
                        }
                    });
                default -> {}
            }
        });
    }

    private void resources(JsonParser json) throws IOException {
        JsonValue.elements(
                json,
                resource -> JsonValue.fields(resource, (key, value) -> {
                    switch (key) {
                        case "resource" ->
                            JsonValue.fields(value, (name, attributes) -> {
                                if (name.equals("attributes")) {
                                    commit(Attributes.read(attributes, withText));
                                }
                            });
                        case "scopeSpans",
                                "scope_spans",
                                "instrumentationLibrarySpans",
                                "instrumentation_library_spans" -> scopes(value);
                        default -> {}
                    }
                }));
    }

    private void commit(Map<String, String> resource) {
        Attributes.COMMIT.stream()
                .filter(resource::containsKey)
                .map(resource::get)
                .forEach(commits);
    }

    private void scopes(JsonParser json) throws IOException {
        JsonValue.elements(
                json,
                scope -> JsonValue.fields(scope, (key, value) -> {
                    if (key.equals("spans")) {
                        JsonValue.elements(value, span -> {
                            if (span.currentToken() == JsonToken.START_OBJECT) {
                                spans.accept(Span.read(span, withText));
                            }
                        });
                    }
                }));
    }
}
