package dev.expertd.trace.input;

import com.fasterxml.jackson.core.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/**
 * A line that is too long to be held, read from the file when it is asked for. Its strings are shortened on the way, so
 * that any text in it may be asked for.
 *
 * @param head where it begins, as it was met
 * @param from the first byte, counted from the file's beginning
 * @param to the byte behind the last one
 */
record LongLine(ShortLine head, TraceFile file, long from, long to, Charset charset) implements Line {
    @Override
    public boolean mayBeJson() {
        return head.mayBeJson();
    }

    @Override
    public boolean isBlank() {
        return head.isBlank();
    }

    @Override
    public JsonParser json() throws IOException {
        InputStream in = new BoundedInput(file.bytes(from), to - from);
        Reader decoded = new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
        return Json.decoded(new ShortStrings(new BufferedReader(decoded)));
    }

    /** Every such line is mended as it is read. */
    @Override
    public JsonParser mended() throws IOException {
        return json();
    }

    @Override
    public Optional<Line> behindNoise() {
        return Optional.empty();
    }

    @Override
    public String text() {
        return head.text();
    }
}
