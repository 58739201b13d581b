package dev.expertd.trace.format;

import dev.expertd.trace.input.TraceFile;
import java.io.IOException;

/**
 * One kind of trace: how it is recognised and how it is read. A new one is a class and a line in {@link Detection}; those
 * in JSON extend {@link JsonFormat}, those in XML {@link XmlFormat}, which see to what is broken, cut off or hostile;
 * others read the file's lines.
 */
public interface Format {
    /** The short name, as {@code expertd runs} shows it. */
    String name();

    /** True if what a trace begins with is of this format. */
    boolean matches(Peek peek);

    /**
     * Reads a whole trace. What is complete counts; if something is not, {@link Collected#incomplete} says why.
     *
     * @throws IOException if the file itself cannot be read
     */
    Collected read(TraceFile file) throws IOException;
}
