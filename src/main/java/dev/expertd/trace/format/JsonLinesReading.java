package dev.expertd.trace.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.trace.input.Line;
import dev.expertd.trace.input.Lines;
import dev.expertd.trace.input.TraceFile;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Optional;

/** One file of JSON lines while it is read, which can be read on when it has grown. */
public final class JsonLinesReading {
    private final Lines position;

    /** Bytes in an encoding that nobody uses break as soon as a parser looks at them. */
    private interface Opening {
        JsonParser open() throws IOException;
    }

    private final JsonLines lines;

    JsonLinesReading(JsonLines lines, TraceFile file) throws IOException {
        this.lines = lines;
        this.position = Lines.of(file);
    }

    /**
     * Reads what is new up to that byte. A last line without an end counts if it is a whole object; else it is left for
     * later, and the run is incomplete.
     */
    public Collected readOn(TraceFile file, long to) throws IOException {
        Optional<Line> last = position.readOn(file, to, this::take);
        if (last.isEmpty() || !last.get().mayBeJson()) {
            return lines.soFar();
        }
        if (isWhole(last.get()::json) || isWhole(last.get()::mended)) {
            take(last.get());
            position.takeLast(file);
            return lines.soFar();
        }
        return lines.soFar().incomplete("the last line is not finished");
    }

    /** Identity of what was read. */
    public String hash() {
        return position.hash();
    }

    /** True if the file still begins with what was read of it, as far as its last bytes tell. */
    public boolean isPartOf(TraceFile file) throws IOException {
        return position.isPartOf(file);
    }

    private void take(Line line) throws IOException {
        if (line.isBlank()) {
            return;
        }
        if (line.mayBeJson() && (given(line::json) || given(line::mended))) {
            return;
        }
        Optional<Line> behind = line.behindNoise();
        if (behind.isEmpty() || !given(behind.get()::json)) {
            lines.noise(line.text());
        }
    }

    /** Gives the line to the format. Returns false if it broke; two writers may have put two objects into one line. */
    private boolean given(Opening opening) throws IOException {
        boolean any = false;
        try (JsonParser json = opening.open()) {
            for (JsonToken token = json.nextToken(); token != null && token.isStructStart(); token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    lines.line(json);
                } else {
                    lines.list(json);
                }
                toItsEnd(json);
                any = true;
            }
            return any;
        } catch (JsonProcessingException | CharConversionException e) {
            return any;
        }
    }

    private static boolean isWhole(Opening opening) throws IOException {
        try (JsonParser json = opening.open()) {
            JsonToken token = json.nextToken();
            if (token == null || !token.isStructStart()) {
                return false;
            }
            json.skipChildren();
            return json.currentToken() != null && json.getParsingContext().inRoot();
        } catch (JsonProcessingException | CharConversionException e) {
            return false;
        }
    }

    private static void toItsEnd(JsonParser json) throws IOException {
        while (!json.getParsingContext().inRoot() && json.nextToken() != null) {
            // what the format did not ask for
        }
    }
}
