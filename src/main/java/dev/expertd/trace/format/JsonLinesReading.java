package dev.expertd.trace.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.trace.input.Json;
import dev.expertd.trace.input.Line;
import dev.expertd.trace.input.LineParser;
import dev.expertd.trace.input.Lines;
import dev.expertd.trace.input.TraceFile;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One file of JSON lines while it is read, which can be read on when it has grown. */
public final class JsonLinesReading implements Lines.Taking {
    private final Lines position;
    private final JsonLines lines;
    private @Nullable LineParser parser;

    /** So many objects of the line that has no end yet count already. */
    private int taken;

    /** How many whole objects a line has, and whether there is nothing else in it. */
    private record Given(int objects, boolean isAll) {}

    /** Bytes in an encoding that nobody uses break as soon as a parser looks at them. */
    private interface Opening {
        JsonParser open() throws IOException;
    }

    JsonLinesReading(JsonLines lines, TraceFile file) throws IOException {
        this.lines = lines;
        this.position = Lines.of(file);
    }

    /**
     * Reads what is new up to that byte. Of a last line without an end the objects that are whole count; what else stands
     * there is left for later, and the run is incomplete.
     */
    public Collected readOn(TraceFile file, long to) throws IOException {
        Optional<Line> last = position.readOn(file, to, this);
        closeParser();
        if (last.isEmpty() || !last.get().mayBeJson()) {
            return lines.soFar();
        }
        Given given = given(last.get(), taken);
        taken = Math.max(taken, given.objects());
        return given.isAll() ? lines.soFar() : lines.soFar().incomplete("the last line is not finished");
    }

    /** Identity of what was read. */
    public String hash() {
        return position.hash();
    }

    /** True if the file still begins with what was read of it, as far as its last bytes tell. */
    public boolean isPartOf(TraceFile file) throws IOException {
        return position.isPartOf(file);
    }

    @Override
    public int takeAtOnce(byte[] bytes, int from, int to) throws IOException {
        if (bytes[from] != '{' || taken > 0) {
            return from;
        }
        int like = lines.again(bytes, from, to);
        if (like > from) {
            return like;
        }
        LineParser json = parser == null ? Json.lines() : parser;
        parser = json;
        try {
            json.begin(bytes, from, to);
            json.nextToken();
            lines.line(json);
            toItsEnd(json);
        } catch (JsonProcessingException | CharConversionException e) {
            parser = null;
            return from;
        }
        int end = json.place();
        while (bytes[end] == ' ' || bytes[end] == '\r') {
            end++;
        }
        if (bytes[end] != '\n') {
            int next = end;
            while (bytes[end] != '\n') {
                end++;
            }
            int length = end - next;
            given(() -> Json.bytes(bytes, next, length), 0);
        }
        return end + 1;
    }

    @Override
    public void take(Line line) throws IOException {
        int before = taken;
        taken = 0;
        if (line.isBlank() || line.mayBeJson() && given(line, before).objects() > 0) {
            return;
        }
        Optional<Line> behind = line.behindNoise();
        if (behind.isEmpty() || given(behind.get()::json, 0).objects() == 0) {
            lines.noise(line.text());
        }
    }

    private Given given(Line line, int before) throws IOException {
        Given given = given(line::json, before);
        return given.objects() > 0 ? given : given(line::mended, before);
    }

    /**
     * Gives the objects of a line to the format, but for those that it has from before: two writers may have put several
     * into one line.
     */
    private Given given(Opening opening, int before) throws IOException {
        int objects = 0;
        try (JsonParser json = opening.open()) {
            JsonToken token = json.nextToken();
            for (; token != null && token.isStructStart(); token = json.nextToken()) {
                if (objects >= before) {
                    give(token, json);
                }
                toItsEnd(json);
                objects++;
            }
            return new Given(objects, objects > 0 && token == null);
        } catch (JsonProcessingException | CharConversionException e) {
            return new Given(objects, false);
        }
    }

    private void give(JsonToken start, JsonParser json) throws IOException {
        if (start == JsonToken.START_OBJECT) {
            lines.line(json);
        } else {
            lines.list(json);
        }
    }

    private void closeParser() throws IOException {
        if (parser != null) {
            parser.close();
            parser = null;
        }
    }

    private static void toItsEnd(JsonParser json) throws IOException {
        while (!json.getParsingContext().inRoot() && json.nextToken() != null) {
            // what the format did not ask for
        }
    }
}
