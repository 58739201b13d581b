package dev.expertd.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.expertd.trace.input.Json;
import dev.expertd.trace.input.Noise;
import dev.expertd.trace.input.TraceFile;
import dev.expertd.trace.input.Xml;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Recognises a trace by its content, never by its name.
 *
 * @param file where the document begins: behind console noise if there is any
 */
record Detection(Format format, TraceFile file) {
    /** One line for each format; the first that matches reads the trace. */
    private static final List<Format> FORMATS =
            List.of(new Eagle(), new EagleBare(), new EagleTraces(), new JUnitXml());

    static Optional<Detection> of(TraceFile file) throws IOException {
        Optional<Detection> found = at(file);
        if (found.isEmpty()) {
            for (TraceFile document : Noise.documents(file)) {
                found = at(document);
                if (found.isPresent()) {
                    break;
                }
            }
        }
        return found;
    }

    private static Optional<Detection> at(TraceFile file) throws IOException {
        Optional<Peek> peek = file.headText().stripLeading().startsWith("<") ? xml(file) : json(file);
        return peek.flatMap(seen -> FORMATS.stream()
                .filter(format -> format.matches(seen))
                .findFirst()
                .map(format -> new Detection(format, file)));
    }

    private static Optional<Peek> xml(TraceFile file) throws IOException {
        try (Reader in = file.text()) {
            return root(Xml.strict(in));
        } catch (XMLStreamException strict) {
            return lenientXml(file);
        }
    }

    private static Optional<Peek> lenientXml(TraceFile file) throws IOException {
        try (Reader in = file.text()) {
            return root(Xml.lenient(in));
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static Optional<Peek> root(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                return Optional.of(Peek.xml(xml.getLocalName()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Peek> json(TraceFile file) throws IOException {
        JsonPeek peek = new JsonPeek();
        try (JsonParser json = Json.beginning(file)) {
            peek.look(json);
        } catch (JsonProcessingException | CharConversionException e) {
            return peek.soFar(); // cut off or broken further on: what was seen decides
        }
        return peek.soFar();
    }
}
