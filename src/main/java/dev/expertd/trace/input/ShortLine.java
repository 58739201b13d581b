package dev.expertd.trace.input;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A line in a buffer that holds other lines as well; it is good only until the next one is read. */
final class ShortLine implements Line {
    private static final int TEXT = 2_000;

    private final byte[] buffer;
    private final int from;
    private final int length;
    private final Charset charset;

    ShortLine(byte[] buffer, int from, int length, Charset charset) {
        this.buffer = buffer;
        this.from = from;
        this.length = length;
        this.charset = charset;
    }

    @Override
    public boolean mayBeJson() {
        int first = first();
        return first == '{' || first == '[';
    }

    @Override
    public boolean isBlank() {
        return first() < 0;
    }

    @Override
    public JsonParser json() throws IOException {
        return Encoding.isWide(charset)
                ? Json.text(new String(buffer, from, length, charset))
                : Json.bytes(buffer, from, length);
    }

    @Override
    public JsonParser mended() throws IOException {
        return Json.text(Backslashes.mended(new String(buffer, from, length, charset)));
    }

    @Override
    public Optional<Line> behindNoise() {
        String text = new String(buffer, from, length, charset);
        int start = text.indexOf("{\"", 1);
        int spaced = text.indexOf("{ \"", 1);
        start = start < 0 || spaced >= 0 && spaced < start ? spaced : start;
        if (start < 0 || !text.stripTrailing().endsWith("}")) {
            return Optional.empty();
        }
        byte[] rest = text.substring(start).getBytes(StandardCharsets.UTF_8);
        return Optional.of(new ShortLine(rest, 0, rest.length, StandardCharsets.UTF_8));
    }

    @Override
    public String text() {
        return new String(buffer, from, Math.min(length, TEXT), charset).strip();
    }

    /** The first byte that is no white space, nor half of a wide one; -1 if there is none. */
    private int first() {
        for (int i = from; i < from + length; i++) {
            if (buffer[i] > ' ' || buffer[i] < 0) {
                return buffer[i] & 0xFF;
            }
        }
        return -1;
    }
}
