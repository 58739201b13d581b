package dev.expertd.trace;

import dev.expertd.trace.agent.AgentEvents;
import dev.expertd.trace.agent.AnthropicSession;
import dev.expertd.trace.agent.ClaudeJsonl;
import dev.expertd.trace.agent.Inspect;
import dev.expertd.trace.agent.LangSmith;
import dev.expertd.trace.agent.Langfuse;
import dev.expertd.trace.agent.SweAgent;
import dev.expertd.trace.bazel.BazelEvents;
import dev.expertd.trace.ctrf.Ctrf;
import dev.expertd.trace.cucumber.Cucumber;
import dev.expertd.trace.dotnet.Trx;
import dev.expertd.trace.eagle.Eagle;
import dev.expertd.trace.eagle.EagleBare;
import dev.expertd.trace.eagle.EagleTraces;
import dev.expertd.trace.format.Format;
import dev.expertd.trace.format.Peek;
import dev.expertd.trace.generic.GenericTests;
import dev.expertd.trace.golang.GoTestJson;
import dev.expertd.trace.input.Noise;
import dev.expertd.trace.input.TraceFile;
import dev.expertd.trace.input.Xml;
import dev.expertd.trace.javascript.Jest;
import dev.expertd.trace.javascript.Mocha;
import dev.expertd.trace.javascript.Mochawesome;
import dev.expertd.trace.javascript.Playwright;
import dev.expertd.trace.javascript.PlaywrightLastRun;
import dev.expertd.trace.junit.JUnitXml;
import dev.expertd.trace.otlp.Otlp;
import dev.expertd.trace.otlp.OtlpLines;
import dev.expertd.trace.python.PytestReport;
import dev.expertd.trace.ruby.RSpecJson;
import dev.expertd.trace.rust.LibTest;
import dev.expertd.trace.tap.Tap;
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
    static final List<Format> FORMATS = List.of(
            new Ctrf(),
            new Inspect(),
            new Langfuse(),
            new LangSmith(),
            new AgentEvents(),
            new SweAgent(),
            new OtlpLines(),
            new Otlp(),
            new Eagle(),
            new EagleBare(),
            new EagleTraces(),
            new JUnitXml(),
            new Trx(),
            new Jest(),
            new Playwright(),
            new PlaywrightLastRun(),
            new Mocha(),
            new Mochawesome(),
            new PytestReport(),
            new RSpecJson(),
            new Cucumber(),
            new GoTestJson(),
            new LibTest(),
            new BazelEvents(),
            new ClaudeJsonl(),
            new AnthropicSession(),
            new Tap(),
            new GenericTests());

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
        String head = file.headText();
        Optional<Peek> peek = head.stripLeading().startsWith("<") ? xml(file) : Optional.of(Peek.text(head));
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
                String uri = xml.getNamespaceURI();
                return Optional.of(Peek.xml(xml.getLocalName(), uri == null ? "" : uri));
            }
        }
        return Optional.empty();
    }
}
