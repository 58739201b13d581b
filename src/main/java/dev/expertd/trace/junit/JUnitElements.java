package dev.expertd.trace.junit;

import dev.expertd.model.Failure;
import dev.expertd.trace.failure.PrintedFailure;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.Repeated;
import dev.expertd.trace.format.XmlFormat;
import dev.expertd.trace.format.XmlText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One JUnit document as it is read: nested suites, test cases, and what stands in them. */
final class JUnitElements implements XmlFormat.Elements {
    private static final Set<String> COMMIT_PROPERTIES = Set.of(
            "git_sha",
            "git.sha",
            "git_commit",
            "git.commit",
            "git.commit.id",
            "commit",
            "commit_sha",
            "ci_commit_sha",
            "github_sha",
            "env.github_sha",
            "env.git_commit",
            "revision");

    private final Collected into;
    private final Deque<JUnitSuite> suites = new ArrayDeque<>();
    private final Repeated owners = new Repeated();
    private @Nullable JUnitCase current;

    JUnitElements(Collected into) {
        this.into = into;
    }

    @Override
    public boolean opens(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "testsuites", "testsuite" -> {
                JUnitSuite suite = JUnitSuite.of(xml);
                suites.push(suite);
                into.started(suite.startedAt());
                into.ended(suite.endedAt());
            }
            case "testcase" -> {
                suites.forEach(JUnitSuite::countTest);
                current = JUnitCase.of(
                        xml, owners, suites.isEmpty() ? "" : suites.peek().name());
            }
            case "failure", "error", "skipped", "rerunFailure", "rerunError", "flakyFailure", "flakyError" -> {
                verdict(xml);
                return false;
            }
            case "property" -> {
                property(xml);
            }
            case "system-out", "system-err" -> {
                printed(xml);
                return false;
            }
            default -> {}
        }
        return true;
    }

    @Override
    public void closes(String element) {
        JUnitCase open = current;
        if (element.equals("testcase") && open != null) {
            open.into(into);
            current = null;
        } else if (element.startsWith("testsuite") && !suites.isEmpty()) {
            JUnitSuite suite = suites.pop();
            if (suite.namesNoTest() && element.equals("testsuite")) {
                into.declare(suite.declared());
            }
        }
    }

    private void verdict(XMLStreamReader xml) throws XMLStreamException {
        String element = xml.getLocalName();
        String type = XmlText.attribute(xml, "type");
        String message = XmlText.attribute(xml, "message");
        JUnitCase open = current;
        if (element.equals("skipped")) {
            XmlText.skip(xml);
            if (open != null) {
                open.skipped(type.equals("todo"));
            }
            return;
        }
        Failure failure = PrintedFailure.completed(new Failure(type, XmlText.bounded(message), XmlText.inside(xml)));
        if (open != null) {
            open.verdict(element, into.bounded(failure));
        } else if (element.equals("failure") || element.equals("error")) {
            String said = failure.message().isEmpty() ? failure.body() : failure.message();
            String suite = suites.isEmpty() ? "" : suites.peek().name();
            into.error(suite.isEmpty() ? said : suite + ": " + said);
        }
    }

    /** The Rust harness writes why a test failed nowhere else. */
    private void printed(XMLStreamReader xml) throws XMLStreamException {
        JUnitCase open = current;
        if (open == null || !open.isSilent()) {
            XmlText.skip(xml);
            return;
        }
        open.printed(into.bounded(PrintedFailure.completed(new Failure("", "", XmlText.inside(xml)))));
    }

    /** In some dialects a property belongs to a test; a commit named there is none of the run's. */
    private void property(XMLStreamReader xml) {
        String name = XmlText.attribute(xml, "name").toLowerCase(Locale.ROOT);
        if (current == null && COMMIT_PROPERTIES.contains(name)) {
            into.commit(XmlText.attribute(xml, "value"));
        }
    }
}
