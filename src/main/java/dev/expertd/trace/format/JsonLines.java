package dev.expertd.trace.format;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * What a format makes of a file of one JSON object a line. Lines are given in the order of the file, each once, so that
 * a file that grows is read on from where it ended; what the run is so far can be asked for at any time.
 */
public interface JsonLines {
    /**
     * One line. The parser stands at the start of its object. What it says may count only once the object is read to its
     * end: a line that breaks is given a second time, mended, and nothing may come of the first.
     */
    void line(JsonParser json) throws IOException;

    /**
     * The line that begins there, if the format can tell without a parser what it says, because it is like the one before.
     * Returns where the next one begins, which is no later than {@code to}; the same place if it cannot.
     */
    default int again(byte[] bytes, int from, int to) {
        return from;
    }

    /** One line that is a list; the parser stands at its start. Nothing, unless the format has such lines. */
    default void list(JsonParser json) throws IOException {
        json.skipChildren();
    }

    /** The beginning of a line that is no JSON: what a build tool or a program under test wrote into the same file. */
    default void noise(String line) {}

    /** What the lines so far say, as an object of its own; to be called any number of times. */
    Collected soFar();
}
