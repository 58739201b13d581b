package dev.expertd.trace.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/** JSON as test runners really write it: NaN, comments, trailing commas, deep nesting, long numbers, duplicate keys. */
public final class Json {
    private static final int DEPTH = 20_000;
    private static final int NUMBER = 10_000;
    private static final int KEY = 1 << 20;

    /** Characters of one string, if its text is asked for; a string that is passed over may have any length. */
    private static final int STRING = 8 << 20;

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(DEPTH)
            .maxNumberLength(NUMBER)
            .maxNameLength(KEY)
            .maxStringLength(STRING)
            .build();

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES) // of many tests each has a name of its own
            .streamReadConstraints(BOUNDS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private static final LineParser.Factory LINES = new LineParser.Factory(BOUNDS);

    private Json() {}

    /** A parser over a text. */
    public static JsonParser text(String text) throws IOException {
        return FACTORY.createParser(new StringReader(text));
    }

    /** A parser for one line after the other. */
    public static LineParser lines() throws IOException {
        return LINES.create();
    }

    /** A parser over bytes of UTF-8. */
    public static JsonParser bytes(byte[] bytes, int from, int length) throws IOException {
        return FACTORY.createParser(bytes, from, length);
    }

    /** A parser over decoded text. */
    static JsonParser decoded(Reader text) throws IOException {
        return FACTORY.createParser(text);
    }

    /** A parser over the bytes, which finds the encoding by itself. */
    public static JsonParser strict(TraceFile file) throws IOException {
        return FACTORY.createParser(file.bytes());
    }

    /** A parser over decoded text, for files that are not quite what their encoding promises. */
    public static JsonParser lenient(TraceFile file) throws IOException {
        return FACTORY.createParser(file.text());
    }
}
