package dev.expertd.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;

/** JSON as test runners really write it. */
final class Json {
    private static final int DEPTH = 20_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxNumberLength(10_000)
                    .maxNameLength(1 << 20)
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private Json() {}

    /** A parser over the bytes, which finds the encoding by itself. */
    static JsonParser parser(TraceFile file) throws IOException {
        return FACTORY.createParser(file.bytes());
    }

    /** A parser over decoded text, for files that are not quite what their encoding promises. */
    static JsonParser lenient(TraceFile file) throws IOException {
        return FACTORY.createParser(file.text());
    }
}
