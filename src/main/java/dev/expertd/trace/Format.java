package dev.expertd.trace;

import java.io.IOException;

/**
 * One kind of trace. An implementation recognises its format by content and turns it into results; it keeps no more
 * than it reads, and it leaves errors of reading to the caller.
 */
interface Format {
    /** The short name, as {@code expertd runs} shows it. */
    String name();

    /** True if what a trace begins with is of this format. */
    boolean matches(Peek peek);

    /** Reads the whole trace into the run; what was added before an exception stays. */
    void read(TraceFile file, RunBuilder run) throws IOException;
}
