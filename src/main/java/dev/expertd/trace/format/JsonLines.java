package dev.expertd.trace.format;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * What a format makes of a file of one JSON object a line. Lines are given in the order of the file, each once, so that
 * a file that grows is read on from where it ended; what the run is so far can be asked for at any time.
 */
public interface JsonLines {
    /**
     * One line. The parser stands at the start of its object, which need not be read to its end; a line that turns out
     * broken may have been read in part.
     */
    void line(JsonParser json) throws IOException;

    /** What the lines so far say; to be called any number of times. */
    Collected soFar();
}
