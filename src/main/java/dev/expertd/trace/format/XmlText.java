package dev.expertd.trace.format;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Attributes and text of the element at which a reader stands. */
public final class XmlText {
    /** Characters; a failure is cut further when it is kept. */
    private static final int TEXT = 16_384;

    private XmlText() {}

    public static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** A count; 0 for what is none. */
    public static int number(XMLStreamReader xml, String name) {
        String value = attribute(xml, name);
        return value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
    }

    public static String bounded(String text) {
        return text.length() <= TEXT ? text : text.substring(0, TEXT);
    }

    /** The text up to the end of the element, inner elements included. */
    public static String inside(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += step(event);
            boolean isText = event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
            if (isText && text.length() < TEXT) {
                int length = Math.min(xml.getTextLength(), TEXT - text.length());
                text.append(xml.getTextCharacters(), xml.getTextStart(), length);
            }
        }
        return text.toString().strip();
    }

    /** Passes over the element without looking at its text. */
    public static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            depth += step(xml.next());
        }
    }

    private static int step(int event) {
        return event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
    }
}
