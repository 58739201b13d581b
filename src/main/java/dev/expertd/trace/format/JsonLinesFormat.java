package dev.expertd.trace.format;

import dev.expertd.trace.input.TraceFile;
import java.io.IOException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A format of one JSON object a line, which runners append to while they run. What is no JSON is passed over, line by
 * line; a line with bad bytes or bad escapes is mended; a very long one is read from the file with its strings cut.
 */
public abstract class JsonLinesFormat implements Format {
    /** A new reading of one file. */
    public abstract JsonLines lines();

    /** Begins to read the file, of which more can be read when it has grown. */
    public final JsonLinesReading begin(TraceFile file) throws IOException {
        return new JsonLinesReading(lines(), file);
    }

    @Override
    public final Collected read(TraceFile file) throws IOException {
        return begin(file).readOn(file, file.attributes().size());
    }

    /** True if one of the first lines is such, the first also if it is too long to be seen whole. */
    protected static boolean anyLine(Peek peek, Predicate<JsonOutline> such) {
        return Stream.concat(Stream.of(peek.document()), peek.lines().stream()).anyMatch(such);
    }
}
