package dev.expertd.trace.rust;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.trace.failure.PrintedFailure;
import dev.expertd.trace.format.BoundedText;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonLines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The suites of one stream. Where cargo's words stand between, they tell which program a suite is. */
final class LibTestRun implements JsonLines {
    private static final Pattern RUNNING =
            Pattern.compile("Running (?:unittests )?.{0,500}?([\\w-]{1,200})-[0-9a-f]{16}(?:\\.exe)?\\)?(?:`.*)?");
    private static final Pattern DOC_TESTS = Pattern.compile("Doc-tests (\\S{1,200})");
    private static final String NOT_COMPILED = "error: could not compile";
    private static final int ERROR = 2_000;

    private final Collected results = new Collected(true);
    private final Map<String, Integer> examples = new HashMap<>();

    /** Those of the suites that have no end yet. */
    private final Map<String, LibTestCase> known = new HashMap<>();

    private final List<String> errors = new ArrayList<>();
    private String program = "";
    private String compilerError = "";
    private int open;
    private int red;

    /** Tests that are red now, of all suites; one without an end is. */
    private int redInAll;

    private boolean crashed;

    @Override
    public void line(JsonParser json) throws IOException {
        LibTestEvent event = LibTestEvent.read(json);
        switch (event.text("type")) {
            case "suite" -> suite(event);
            case "test" -> test(event);
            case "bench" -> end(event, Status.PASSED);
            default -> cargo(event);
        }
    }

    @Override
    public void noise(String line) {
        Matcher running = RUNNING.matcher(line);
        Matcher docTests = DOC_TESTS.matcher(line);
        if (running.matches()) {
            program = running.group(1);
        } else if (docTests.matches()) {
            program = docTests.group(1) + " (doc)";
        } else if (line.startsWith(NOT_COMPILED)) {
            error(line);
        }
    }

    @Override
    public Collected soFar() {
        Collected into = results.copy();
        errors.forEach(into::error);
        if (open > 0 || crashed) {
            into.incomplete("a suite did not end");
        }
        return into;
    }

    private void suite(LibTestEvent event) {
        if (event.text("event").equals("started")) {
            // nextest has many suites at a time and names the program in the test
            boolean next = known.values().stream().noneMatch(LibTestCase::namesItsProgram);
            crashed |= open > 0 && next;
            open = next ? 1 : open + 1;
            if (next) {
                known.clear();
            }
            red = 0;
        } else if (!event.text("event").isEmpty()) {
            open = Math.max(0, open - 1);
            if (event.text("event").equals("failed") && red == 0 && redInAll == 0) {
                error(program + (program.isEmpty() ? "" : ": ") + "the suite failed, but no test says so");
            }
            if (open == 0) {
                known.clear();
            }
        }
    }

    private void test(LibTestEvent event) {
        switch (event.text("event")) {
            case "started" -> at(event.text("name"));
            case "timeout" -> {} // it runs for longer than a minute, no more
            case "ok" -> end(event, Status.PASSED);
            case "failed" -> end(event, Status.FAILED);
            case "ignored", "allowed_failure" -> end(event, Status.SKIPPED);
            default -> end(event, Status.ERRORED);
        }
    }

    private void end(LibTestEvent event, Status status) {
        LibTestCase test = at(event.text("name"));
        if (test != null) {
            red += status.isRed() ? 1 : 0;
            redInAll += (status.isRed() ? 1 : 0) - (test.isRed() ? 1 : 0);
            test.end(status, event.text("name"), event.millis(), status.isRed() ? failure(event) : null);
        }
    }

    /** The test of that name in the suites at hand, a new one if there is none. */
    private @Nullable LibTestCase at(String name) {
        String plain = LibTestCase.plain(name);
        LibTestCase found = known.get(plain);
        boolean again = found != null && found.hasEnded() && !LibTestCase.isRetry(name);
        if (found != null && !again) {
            return found;
        }
        if (results.isFull()) {
            results.incomplete("it holds more than " + Collected.RESULTS + " tests");
            return null;
        }
        LibTestCase test = new LibTestCase(program, plain, examples, results);
        redInAll++;
        known.put(plain, test);
        return test;
    }

    private Failure failure(LibTestEvent event) {
        String printed = event.text("stdout") + event.text("stderr");
        String said = event.text("message").isEmpty() ? event.text("reason") : event.text("message");
        if (!said.isEmpty()) {
            return results.bounded(new Failure("", said.replaceFirst("^note: ", ""), printed));
        }
        return results.bounded(PrintedFailure.ofLog(BoundedText.of(printed).lines()));
    }

    private void cargo(LibTestEvent event) {
        if (event.text("message.level").equals("error") && compilerError.isEmpty()) {
            compilerError = event.text("message.rendered");
        } else if (event.text("reason").equals("build-finished") && event.isFailure()) {
            error(compilerError.isEmpty() ? "the build failed" : compilerError);
        }
    }

    private void error(String text) {
        if (errors.size() < 20) {
            errors.add(text.substring(0, Math.min(text.length(), ERROR)));
        }
    }
}
