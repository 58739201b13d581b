package dev.expertd.trace.input;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Optional;

/** One line of a file: in memory, or, if it is very long, by its place in the file. */
public sealed interface Line permits ShortLine, LongLine {
    /** True if it begins like a JSON object or list. */
    boolean mayBeJson();

    /** True if nothing but white space stands in it. */
    boolean isBlank();

    /** A parser over the line as it stands. */
    JsonParser json() throws IOException;

    /** A parser over the line with bad bytes replaced and bad escapes mended. */
    JsonParser mended() throws IOException;

    /** The object that stands behind what something else wrote into the same line; empty if there is none. */
    Optional<Line> behindNoise();

    /** The beginning of the line as text. */
    String text() throws IOException;
}
