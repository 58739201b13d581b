package dev.expertd.trace.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.trace.input.Json;
import dev.expertd.trace.input.TraceFile;
import java.io.BufferedReader;
import java.io.IOException;

/** A format of one JSON object a line. What is no JSON is passed over, line by line. */
public abstract class JsonLinesFormat implements Format {
    /** A new reading of one file. */
    public abstract JsonLines lines();

    @Override
    public final Collected read(TraceFile file) throws IOException {
        JsonLines lines = lines();
        try (BufferedReader in = new BufferedReader(file.text())) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                take(line, lines);
            }
        }
        return lines.soFar();
    }

    private static void take(String line, JsonLines lines) throws IOException {
        if (!line.stripLeading().startsWith("{")) {
            return;
        }
        try (JsonParser json = Json.text(line)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                lines.line(json);
            }
        } catch (JsonProcessingException e) {
            return; // the next line may well be whole
        }
    }
}
