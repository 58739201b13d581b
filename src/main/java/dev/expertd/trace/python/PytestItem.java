package dev.expertd.trace.python;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.model.TestCase;
import dev.expertd.trace.failure.PrintedFailure;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.TestId;
import dev.expertd.trace.format.TestName;
import java.io.IOException;

/** One test: its outcome, and its stages setup, call and teardown, each of which may be missing. */
final class PytestItem {
    /** One stage. */
    private static final class Stage {
        private String outcome = "";
        private double seconds = -1;
        private String message = "";
        private String report = "";
    }

    private final boolean withText;
    private final Stage setup = new Stage();
    private final Stage call = new Stage();
    private final Stage teardown = new Stage();
    private String node = "";
    private String outcome = "";

    PytestItem(boolean withText) {
        this.withText = withText;
    }

    void field(String key, JsonParser json) throws IOException {
        switch (key) {
            case "nodeid" -> node = JsonValue.text(json);
            case "outcome" -> outcome = JsonValue.text(json);
            case "setup" -> stage(json, setup);
            case "call" -> stage(json, call);
            case "teardown" -> stage(json, teardown);
            default -> {}
        }
    }

    /** Adds the test, and returns true if it is red. */
    boolean into(Collected into) {
        Status status = status();
        boolean flaky = outcome.equals("rerun") && status == Status.PASSED;
        Stage told = told(status);
        Failure failure = status.isRed()
                ? into.bounded(PrintedFailure.completed(new Failure("", told.message, told.report)))
                : null;
        Stage timed = call.seconds < 0 ? setup : call;
        long millis = timed.seconds < 0 ? -1 : Math.round(timed.seconds * 1000);
        into.add(test(), status, flaky, millis, failure);
        return status.isRed();
    }

    /**
     * The plugin sets the outcome at every stage that did not pass and never back: {@code rerun} is what is left of a
     * test that failed and then passed. A subtest's outcome has words before it.
     */
    private Status status() {
        return switch (outcome.substring(outcome.lastIndexOf(' ') + 1)) {
            case "passed", "xpassed" -> Status.PASSED;
            case "failed" -> Status.FAILED;
            case "skipped", "xfailed" -> Status.SKIPPED;
            case "rerun" ->
                anyFailed() ? Status.FAILED : call.outcome.equals("passed") ? Status.PASSED : Status.ERRORED;
            default -> Status.ERRORED;
        };
    }

    private boolean anyFailed() {
        return isFailed(setup) || isFailed(call) || isFailed(teardown);
    }

    /** An error comes from around the test, a failure from the test. */
    private Stage told(Status status) {
        if (status == Status.ERRORED) {
            return isFailed(setup) ? setup : isFailed(teardown) ? teardown : call;
        }
        return isFailed(call) || !anyFailed() ? call : isFailed(setup) ? setup : teardown;
    }

    private static boolean isFailed(Stage stage) {
        return stage.outcome.equals("failed") || stage.outcome.equals("error");
    }

    private void stage(JsonParser json, Stage stage) throws IOException {
        JsonValue.fields(json, (key, value) -> {
            switch (key) {
                case "outcome" -> stage.outcome = JsonValue.text(value);
                case "duration" -> stage.seconds = JsonValue.number(value, -1);
                case "crash" ->
                    JsonValue.fields(value, (inner, told) -> {
                        if (inner.equals("message") && withText) {
                            stage.message = JsonValue.text(told);
                        }
                    });
                case "longrepr" -> {
                    if (withText && value.currentToken() == JsonToken.VALUE_STRING) {
                        stage.report = JsonValue.text(value);
                    }
                }
                default -> {}
            }
        });
    }

    private TestCase test() {
        String id = TestName.bounded(node);
        TestName name = TestName.of(id);
        boolean inside = TestName.isFile(name.file()) && !name.file().startsWith("..");
        String owner = name.file().isEmpty() ? name.suite() : name.file() + "::" + name.suite();
        return new TestCase(
                TestId.of("pytest", owner, name.name()),
                name.name(),
                name.suite().replace("::", "."),
                inside ? name.file() : "");
    }
}
