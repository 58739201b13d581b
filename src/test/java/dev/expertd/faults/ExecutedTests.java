package dev.expertd.faults;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What became of the tests of a build, by {@code Class.method} without the package; a test with several invocations
 * counts as executed if one of them was.
 */
record ExecutedTests(Map<String, Verdict> byName) {
    /** What an assumption says of itself, which is no reason. */
    private static final String PREFIX = "Assumption failed";

    ExecutedTests {
        byName = Map.copyOf(byName);
    }

    /**
     * How one test ended.
     *
     * @param reason why it was skipped, without which it does not count
     */
    record Verdict(boolean executed, String reason) {}

    /** Reads the reports {@code TEST-*.xml} written since the build began; those of an earlier build prove nothing. */
    static ExecutedTests read(Path reports, Instant begun) throws IOException {
        Map<String, Verdict> verdicts = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(reports, "TEST-*.xml")) {
            for (Path file : files) {
                if (!Files.getLastModifiedTime(file).toInstant().isBefore(begun)) {
                    add(file, verdicts);
                }
            }
        }
        return new ExecutedTests(verdicts);
    }

    /** Why a test proves nothing in this build; empty if it was executed, or skipped with a reason. */
    Optional<String> gap(String test) {
        Verdict verdict = byName.get(test);
        if (verdict == null) {
            return Optional.of(test + " was not executed in this build");
        }
        return verdict.executed() || !verdict.reason().isEmpty()
                ? Optional.empty()
                : Optional.of(test + " was skipped without a reason");
    }

    boolean wasSkipped(String test) {
        return byName.containsKey(test) && !byName.get(test).executed();
    }

    private static void add(Path report, Map<String, Verdict> verdicts) throws IOException {
        for (Element test : elements(report)) {
            String owner = test.getAttribute("classname");
            String name = owner.substring(owner.lastIndexOf('.') + 1)
                    + "."
                    + test.getAttribute("name").split("[^\\w]", 2)[0]; // behind the name stand arguments
            NodeList skipped = test.getElementsByTagName("skipped");
            Verdict verdict = skipped.getLength() == 0
                    ? new Verdict(true, "")
                    : new Verdict(false, reason((Element) skipped.item(0)));
            verdicts.merge(name, verdict, (one, other) -> one.executed() ? one : other);
        }
    }

    /** It stands in an attribute, or in the first line of a trace, behind the type of what was thrown. */
    private static String reason(Element skipped) {
        String attribute = skipped.getAttribute("message");
        String message = attribute.isEmpty()
                ? skipped.getTextContent().strip().lines().findFirst().orElse("")
                : attribute;
        int behind = message.indexOf(PREFIX);
        String text = behind < 0 ? message : message.substring(behind + PREFIX.length());
        return text.replaceFirst("^[:\\s]+", "").strip();
    }

    private static List<Element> elements(Path report) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            NodeList found = factory.newDocumentBuilder().parse(report.toFile()).getElementsByTagName("testcase");
            List<Element> tests = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) {
                tests.add((Element) found.item(i));
            }
            return tests;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(report + " is no report: " + e.getMessage(), e);
        }
    }
}
