package dev.expertd.trace.format;

import dev.expertd.trace.input.TraceFile;
import dev.expertd.trace.input.Xml;
import java.io.IOException;
import java.io.Reader;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A format that is one XML document, read element by element. A document that breaks is read once more with what XML
 * forbids taken out; of one that is cut off, or that another one follows, what is complete counts.
 */
public abstract class XmlFormat implements Format {
    /** What a format makes of the elements of one document. */
    public interface Elements {
        /** An element begins. Returns false if it was read to its end. */
        boolean opens(XMLStreamReader xml) throws XMLStreamException;

        /** An element ends that {@link #opens} left open. */
        void closes(String name);

        /** The document ended, was cut off or broke. */
        default void ends() {}
    }

    protected abstract Elements elements(Collected into);

    @Override
    public final Collected read(TraceFile file) throws IOException {
        Collected strict = new Collected(true);
        try (Reader in = file.text()) {
            read(Xml.strict(in), strict);
            return strict;
        } catch (XMLStreamException e) {
            return again(file, strict);
        }
    }

    private Collected again(TraceFile file, Collected before) throws IOException {
        Collected lenient = new Collected(true);
        try (Reader in = file.text()) {
            read(Xml.lenient(in), lenient);
            return lenient;
        } catch (XMLStreamException e) {
            Collected more = lenient.size() < before.size() ? before : lenient;
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            return more.incomplete("the document is cut off or broken at line " + line);
        }
    }

    private void read(XMLStreamReader xml, Collected into) throws XMLStreamException {
        Elements elements = elements(into);
        try {
            read(xml, elements);
        } finally {
            elements.ends();
        }
        if (isFollowed(xml)) {
            into.incomplete("something follows the document: two writers shared the file");
        }
    }

    private static void read(XMLStreamReader xml, Elements elements) throws XMLStreamException {
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth += elements.opens(xml) ? 1 : 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                elements.closes(xml.getLocalName());
                if (depth == 0) {
                    break;
                }
            }
        }
    }

    private static boolean isFollowed(XMLStreamReader xml) {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            return true;
        }
    }
}
