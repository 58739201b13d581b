package dev.expertd.trace;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import javax.xml.stream.XMLStreamException;

/**
 * JUnit XML and its dialects: Surefire, Gradle, pytest, Jest, gotestsum, nextest and others.
 *
 * <p>Tests are counted by their elements; the attributes of a suite count attempts in some dialects and are used only
 * where a suite names no test at all.
 */
final class JUnitXml implements Format {
    @Override
    public String name() {
        return "junit";
    }

    @Override
    public boolean matches(Peek peek) {
        return peek.root().equals("testsuite") || peek.root().equals("testsuites");
    }

    @Override
    public void read(TraceFile file, RunBuilder run) throws IOException {
        JUnitRun strict = new JUnitRun();
        try (InputStream in = file.trimmed()) {
            strict.read(Xml.FACTORY.createXMLStreamReader(in));
            strict.into(run);
            return;
        } catch (XMLStreamException e) {
            // not quite XML: read once more with what is illegal taken out
        }
        JUnitRun lenient = new JUnitRun();
        try (Reader in = Xml.sanitised(file.text())) {
            lenient.read(Xml.FACTORY.createXMLStreamReader(in));
            lenient.into(run);
        } catch (XMLStreamException e) {
            lenient.into(run);
            run.incomplete("the document is cut off or broken at line "
                    + (e.getLocation() == null ? 0 : e.getLocation().getLineNumber()));
        }
    }
}
