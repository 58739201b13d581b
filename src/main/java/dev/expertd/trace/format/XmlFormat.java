package dev.expertd.trace.format;

import dev.expertd.trace.input.SteppedReader;
import dev.expertd.trace.input.TraceFile;
import dev.expertd.trace.input.Xml;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A format that is one XML document, read element by element. A document that breaks, or holds something very long, is
 * read once more with what XML forbids taken out and what is long cut; of one that is cut off, or that another one follows, what is complete counts.
 */
public abstract class XmlFormat implements Format {
    private static final String FOLLOWED = "something follows the document: two writers shared the file";

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
        try (SteppedReader in = new SteppedReader(file.text())) {
            XMLStreamReader xml = Xml.strict(in);
            String root = read(xml, in::step, strict);
            int end = xml.getLocation().getCharacterOffset();
            return isAlone(xml) || !opensAgain(file, end, root) ? strict : strict.incomplete(FOLLOWED);
        } catch (XMLStreamException e) {
            return again(file, strict);
        }
    }

    private Collected again(TraceFile file, Collected before) throws IOException {
        Collected lenient = new Collected(true);
        try (Reader in = file.text()) {
            XMLStreamReader xml = Xml.lenient(in);
            read(xml, () -> {}, lenient);
            return isAlone(xml) ? lenient : lenient.incomplete(FOLLOWED);
        } catch (XMLStreamException e) {
            Collected more = lenient.size() < before.size() ? before : lenient;
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            return more.incomplete("the document is cut off or broken at line " + line);
        }
    }

    private String read(XMLStreamReader xml, Runnable step, Collected into) throws XMLStreamException {
        Elements elements = elements(into);
        try {
            return read(xml, step, elements);
        } finally {
            elements.ends();
        }
    }

    /** Reads up to the end of the root and returns its name. */
    private static String read(XMLStreamReader xml, Runnable step, Elements elements) throws XMLStreamException {
        String root = "";
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            step.run();
            if (event == XMLStreamConstants.START_ELEMENT) {
                root = root.isEmpty() ? xml.getLocalName() : root;
                depth += elements.opens(xml) ? 1 : 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                elements.closes(xml.getLocalName());
                if (depth == 0) {
                    break;
                }
            }
        }
        return root;
    }

    private static boolean isAlone(XMLStreamReader xml) {
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    return false;
                }
            }
            return true;
        } catch (XMLStreamException e) {
            return false;
        }
    }

    /** What a console wrote behind a document is noise; another one of its kind is not. */
    private static boolean opensAgain(TraceFile file, int end, String root) throws IOException {
        String opening = "<" + root;
        try (Reader text = new BufferedReader(file.text())) {
            text.skip(Math.max(0, end));
            int met = 0;
            for (int c = text.read(); c >= 0; c = text.read()) {
                met = c == opening.charAt(met) ? met + 1 : c == '<' ? 1 : 0;
                if (met == opening.length()) {
                    return true;
                }
            }
            return false;
        }
    }
}
