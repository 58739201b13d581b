package dev.expertd.trace.input;

import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML without document types and external entities. A document that declares entities is not read at all. */
public final class Xml {
    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    /**
     * A reader over {@link TraceFile#text}. Never over bytes: at one that is no UTF-8 the JDK prints to standard error.
     */
    public static XMLStreamReader strict(Reader text) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(text);
    }

    /** A reader over {@link TraceFile#text}, made legal for reports whose writers did not know what XML forbids, and short. */
    public static XMLStreamReader lenient(Reader text) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(new LegalXmlReader(new ShortXmlReader(text)));
    }

    /** True if the document begins with an entity declaration: no test runner writes one, attackers do. */
    public static boolean declaresEntities(String head) {
        int type = head.indexOf("<!DOCTYPE");
        return type >= 0 && head.indexOf("<!ENTITY", type) >= 0
                || head.stripLeading().startsWith("<!ENTITY");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entity refused");
        });
        return factory;
    }
}
