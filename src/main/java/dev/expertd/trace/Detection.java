package dev.expertd.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Recognises a trace by its content, never by its name. */
final class Detection {
    /** One line for each format; the first that matches reads the trace. */
    private static final List<Format> FORMATS =
            List.of(new Eagle(), new EagleBare(), new EagleTraces(), new JUnitXml());

    private Detection() {}

    static Optional<Format> of(TraceFile file) throws IOException {
        byte[] head = file.head();
        Optional<Peek> peek = looksLikeXml(head) ? peekXml(file) : peekJson(file);
        return peek.flatMap(
                seen -> FORMATS.stream().filter(format -> format.matches(seen)).findFirst());
    }

    private static boolean looksLikeXml(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, 512), TraceFile.charset(head));
        return text.replace("\uFEFF", "").stripLeading().startsWith("<");
    }

    private static Optional<Peek> peekXml(TraceFile file) throws IOException {
        try (InputStream in = file.trimmed()) {
            XMLStreamReader xml = Xml.FACTORY.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    return Optional.of(new Peek(xml.getLocalName(), Set.of(), false, Map.of()));
                }
            }
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<Peek> peekJson(TraceFile file) throws IOException {
        JsonPeek peek = new JsonPeek();
        try (JsonParser json = Json.parser(file)) {
            peek.look(json);
        } catch (JsonProcessingException e) {
            return peek.soFar(); // cut off or broken further on: what was seen decides
        }
        return peek.soFar();
    }
}
