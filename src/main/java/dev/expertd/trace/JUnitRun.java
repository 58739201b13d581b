package dev.expertd.trace;

import dev.expertd.model.Counts;
import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.model.TestCase;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One JUnit document as it is read: nested suites, test cases, and what stands in them. */
final class JUnitRun {
    private static final int TEXT = 16_384;
    private static final Set<String> NOT_RUN = Set.of("notrun", "disabled", "suppressed");
    private static final Set<String> COMMIT_PROPERTIES = Set.of("git_sha", "git.sha", "git.commit", "commit_sha");

    private final Deque<Suite> suites = new ArrayDeque<>();
    private final List<Consumer<RunBuilder>> found = new ArrayList<>();
    private @Nullable Case current;

    /** A suite that is open; {@code tests} counts the test cases inside. */
    private static final class Suite {
        final String name;
        final Counts declared;
        int tests;

        Suite(String name, Counts declared) {
            this.name = name;
            this.declared = declared;
        }
    }

    /** A test case that is open. */
    private static final class Case {
        final TestCase test;
        final long millis;
        Status status = Status.PASSED;
        boolean flaky;

        @Nullable
        Failure failure;

        Case(TestCase test, long millis) {
            this.test = test;
            this.millis = millis;
        }
    }

    void read(XMLStreamReader xml) throws XMLStreamException {
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth += opens(xml) ? 1 : 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                closes(xml.getLocalName());
                if (depth == 0) {
                    return;
                }
            }
        }
    }

    void into(RunBuilder run) {
        found.forEach(result -> result.accept(run));
    }

    /** Returns false if the element was read to its end already. */
    private boolean opens(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "testsuites", "testsuite" -> suite(xml);
            case "testcase" -> current = testCase(xml);
            case "failure", "error", "skipped", "rerunFailure", "rerunError", "flakyFailure", "flakyError" -> {
                verdict(xml);
                return false;
            }
            case "property" -> property(xml);
            case "system-out", "system-err" -> {
                skip(xml);
                return false;
            }
            default -> {}
        }
        return true;
    }

    private void suite(XMLStreamReader xml) {
        int total = number(xml, "tests");
        int failed = number(xml, "failures");
        int errored = number(xml, "errors");
        int skipped = Math.max(number(xml, "skipped"), number(xml, "disabled"));
        int passed = Math.max(0, total - failed - errored - skipped);
        boolean inner = xml.getLocalName().equals("testsuite");
        suites.push(new Suite(
                attribute(xml, "name"), inner ? new Counts(total, passed, failed, errored, skipped, 0) : Counts.NONE));
        Instant at = Times.parse(attribute(xml, "timestamp"));
        found.add(run -> run.started(at));
    }

    private Case testCase(XMLStreamReader xml) {
        suites.forEach(suite -> suite.tests++);
        String suite = attribute(xml, "classname");
        if (suite.isEmpty()) {
            suite = attribute(xml, "class");
        }
        String file = attribute(xml, "file");
        String enclosing = suites.isEmpty() ? "" : suites.peek().name;
        String owner = suite.isEmpty() ? (file.isEmpty() ? enclosing : file) : suite;
        String name = attribute(xml, "name");
        Case open = new Case(
                new TestCase(
                        RunBuilder.id("junit", owner, name),
                        name.isEmpty() ? owner : name,
                        suite.isEmpty() ? enclosing : suite,
                        file.startsWith("/") ? "" : file),
                millis(attribute(xml, "time")));
        if (NOT_RUN.contains(attribute(xml, "status")) || NOT_RUN.contains(attribute(xml, "result"))) {
            open.status = Status.SKIPPED;
        }
        return open;
    }

    private void verdict(XMLStreamReader xml) throws XMLStreamException {
        String element = xml.getLocalName();
        String type = attribute(xml, "type");
        String message = attribute(xml, "message");
        Failure failure = new Failure(type, message, text(xml));
        Case open = current;
        if (open == null) {
            if (element.equals("failure") || element.equals("error")) {
                String said = message.isEmpty() ? failure.body() : message;
                String suite = suites.isEmpty() ? "" : suites.peek().name;
                found.add(run -> run.error(suite + ": " + said));
            }
            return;
        }
        switch (element) {
            case "skipped" -> worsen(open, Status.SKIPPED, failure);
            case "failure" -> worsen(open, Status.FAILED, failure);
            case "error" -> worsen(open, Status.ERRORED, failure);
            case "flakyFailure", "flakyError" -> {
                open.flaky = true;
                open.failure = open.failure == null ? failure : open.failure;
            }
            default -> {} // a rerun that failed like the first adds nothing
        }
    }

    /** A test that skipped, failed and then broke down in its teardown is told by the worst of these. */
    private static void worsen(Case open, Status status, Failure failure) {
        if (rank(status) > rank(open.status)) {
            open.status = status;
            open.failure = status == Status.SKIPPED ? open.failure : failure;
        }
    }

    private static int rank(Status status) {
        return switch (status) {
            case PASSED -> 0;
            case SKIPPED -> 1;
            case FAILED -> 2;
            case ERRORED -> 3;
        };
    }

    private void closes(String element) {
        Case open = current;
        if (element.equals("testcase") && open != null) {
            boolean flaky = open.flaky && open.status == Status.PASSED;
            found.add(run -> run.add(open.test, open.status, flaky, open.millis, open.failure));
            current = null;
        } else if (element.equals("testsuite") && !suites.isEmpty()) {
            Suite suite = suites.pop();
            if (suite.tests == 0 && suite.declared.total() > 0) {
                found.add(run -> run.declare(suite.declared));
            }
        }
    }

    private void property(XMLStreamReader xml) {
        if (COMMIT_PROPERTIES.contains(attribute(xml, "name").toLowerCase(Locale.ROOT))) {
            String value = attribute(xml, "value");
            found.add(run -> run.commit(value));
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static int number(XMLStreamReader xml, String name) {
        String value = attribute(xml, name);
        return value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
    }

    /** Seconds with a full stop or, in some locales, with separators that no two writers agree on. */
    private static long millis(String time) {
        String plain = time.replace(",", "");
        return plain.matches("[0-9]{1,9}(?:\\.[0-9]{1,12})?") ? Math.round(Double.parseDouble(plain) * 1000) : -1;
    }

    /** The text up to the end of the element at hand, bounded, inner elements included. */
    private static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (xml.hasText() && event != XMLStreamConstants.COMMENT && text.length() < TEXT) {
                text.append(xml.getText());
            }
        }
        return text.toString().strip();
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }
}
