package dev.expertd.trace.junit;

import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.model.TestCase;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.Repeated;
import dev.expertd.trace.format.TestId;
import dev.expertd.trace.format.TestName;
import dev.expertd.trace.format.Times;
import dev.expertd.trace.format.XmlText;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A test case that is open. */
final class JUnitCase {
    private static final Set<String> NOT_RUN = Set.of("notrun", "disabled", "suppressed");

    private final TestCase test;
    private final long millis;
    private Status status;
    private boolean todo;
    private boolean retried;
    private @Nullable Failure failure;

    private JUnitCase(TestCase test, long millis, Status status) {
        this.test = test;
        this.millis = millis;
        this.status = status;
    }

    /** The owner of a test is its class, else its file, else the suite around it. */
    static JUnitCase of(XMLStreamReader xml, Repeated owners, String suite) {
        String className = XmlText.attribute(xml, "classname");
        if (className.isEmpty()) {
            className = XmlText.attribute(xml, "class");
        }
        className = owners.text(className);
        String file = owners.text(XmlText.attribute(xml, "file"));
        String owner = className.isEmpty() ? (file.isEmpty() ? suite : file) : className;
        String name = XmlText.attribute(xml, "name");
        boolean pathAsClass = file.isEmpty() && TestName.isFile(className);
        boolean notRun = NOT_RUN.contains(XmlText.attribute(xml, "status"))
                || NOT_RUN.contains(XmlText.attribute(xml, "result"));
        return new JUnitCase(
                new TestCase(
                        TestId.of("junit", owner, name),
                        name.isEmpty() ? owner : name,
                        className.isEmpty() ? suite : className,
                        pathAsClass ? className : TestName.isFile(file) ? file : ""),
                Times.millis(XmlText.attribute(xml, "time")),
                notRun ? Status.SKIPPED : Status.PASSED);
    }

    /** What node:test marks as something to do may fail, and the run does not. */
    void skipped(boolean expectedToFail) {
        todo |= expectedToFail;
        status = status == Status.PASSED ? Status.SKIPPED : status;
    }

    /** A test that failed and then broke down in its teardown is told by the worse of both. */
    void verdict(String element, Failure told) {
        switch (element) {
            case "failure" -> worsen(Status.FAILED, told);
            case "error" -> worsen(Status.ERRORED, told);
            case "flakyFailure", "flakyError" -> {
                retried = true;
                failure = failure == null ? told : failure;
            }
            default -> {} // a rerun that failed like the first adds nothing
        }
    }

    /** True if it is red and nothing was said: what it printed may say more. */
    boolean isSilent() {
        Failure told = failure;
        return status.isRed()
                && told != null
                && told.message().isBlank()
                && told.body().isBlank();
    }

    void printed(Failure told) {
        failure = told;
    }

    void into(Collected into) {
        into.add(test, status, retried && status == Status.PASSED, millis, failure);
    }

    private void worsen(Status to, Failure told) {
        if (todo) {
            return;
        }
        if (!status.isRed() || status == Status.FAILED && to == Status.ERRORED) {
            status = to;
            failure = told;
        }
    }
}
