package dev.expertd.trace.otlp;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonLines;
import dev.expertd.trace.format.JsonLinesFormat;
import dev.expertd.trace.format.Peek;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The same, one document a line, as the collector's file exporter writes it. Lines of metrics and logs say nothing. */
public final class OtlpLines extends JsonLinesFormat {
    @Override
    public String name() {
        return "otlp";
    }

    /** A single line is rather a document that was written without line ends. */
    @Override
    public boolean matches(Peek peek) {
        return peek.lines().size() > 1 && peek.lines().stream().anyMatch(Otlp::isDocument);
    }

    @Override
    public JsonLines lines() {
        return new Lines();
    }

    private static final class Lines implements JsonLines {
        private final Spans spans = new Spans(new Collected(true));

        /** Nothing of a line counts that turns out broken. */
        @Override
        public void line(JsonParser json) throws IOException {
            List<Span> read = new ArrayList<>();
            List<String> commits = new ArrayList<>();
            new OtlpDocument(true, read::add, commits::add).read(json);
            read.forEach(spans::add);
            commits.forEach(spans::commit);
        }

        @Override
        public Collected soFar() {
            return spans.soFar();
        }
    }
}
