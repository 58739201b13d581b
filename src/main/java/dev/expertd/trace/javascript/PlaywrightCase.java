package dev.expertd.trace.javascript;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Times;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One test in one project, with its attempts.
 *
 * <pre>
 * {"projectName": "firefox", "expectedStatus": "passed", "status": "expected|unexpected|flaky|skipped",
 *  "results": [{"status": "passed|failed|timedOut|skipped|interrupted", "duration": 23, "retry": 0,
 *               "startTime": "2026-03-02T09:30:00.000Z", "error": {"message", "stack"}, "errors": [...]}]}
 * </pre>
 *
 * Playwright calls a test skipped whose every attempt was interrupted; that one began and never ended. An unexpected one
 * is what its last whole attempt was: a timeout, or a failure, which a pass is where a failure was expected.
 */
final class PlaywrightCase {
    private final Collected into;
    private String project = "";
    private String expected = "passed";
    private String outcome = "";
    private String last = "";
    private boolean ran;
    private boolean interrupted;
    private boolean failedBefore;
    private long millis = -1;
    private @Nullable Failure failure;

    private PlaywrightCase(Collected into) {
        this.into = into;
    }

    static PlaywrightCase read(JsonParser json, Collected into) throws IOException {
        PlaywrightCase test = new PlaywrightCase(into);
        JsonValue.fields(json, test::field);
        if (test.interrupted) {
            into.incomplete("the run was interrupted");
        }
        return test;
    }

    String project() {
        return project;
    }

    long millis() {
        return millis;
    }

    Status status() {
        return switch (outcome) {
            case "expected", "flaky" -> Status.PASSED;
            case "skipped" -> interrupted ? Status.ERRORED : Status.SKIPPED;
            case "unexpected" -> red();
            default -> ofAttempts();
        };
    }

    boolean isFlaky() {
        return outcome.equals("flaky") || outcome.isEmpty() && status() == Status.PASSED && failedBefore;
    }

    @Nullable
    Failure failure() {
        boolean passedAgainstExpectation = failure == null && status() == Status.FAILED && last.equals("passed");
        return passedAgainstExpectation
                ? new Failure("", "Expected to " + expected.replace("failed", "fail") + ", but passed.", "")
                : failure;
    }

    private Status red() {
        return last.equals("failed") || last.equals("passed") || last.equals("skipped")
                ? Status.FAILED
                : Status.ERRORED;
    }

    private Status ofAttempts() {
        if (last.equals("skipped")) {
            return Status.SKIPPED;
        }
        return ran && last.equals(expected) ? Status.PASSED : red();
    }

    private void field(String key, JsonParser json) throws IOException {
        switch (key) {
            case "projectName" -> project = JsonValue.text(json);
            case "expectedStatus" -> expected = JsonValue.text(json);
            case "status" -> outcome = JsonValue.text(json);
            case "results" -> JsonValue.elements(json, this::attempt);
            default -> {}
        }
    }

    private void attempt(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        Attempt attempt = new Attempt();
        JsonValue.fields(json, (key, value) -> attempt.field(key, value, failure == null));
        into.started(attempt.start);
        into.ended(attempt.start == null ? null : attempt.start.plusMillis(Math.max(0, attempt.millis)));
        if (failure == null && attempt.failure != null) {
            failure = into.bounded(attempt.failure);
        }
        ran = true;
        if (attempt.word.equals("interrupted")) {
            interrupted = true;
        } else {
            failedBefore |= last.equals("failed") || last.equals("timedOut");
            last = attempt.word;
            millis = attempt.millis;
        }
    }

    private final class Attempt {
        private String word = "";
        private long millis = -1;
        private @Nullable Instant start;
        private @Nullable Failure failure;

        private void field(String key, JsonParser json, boolean isFirst) throws IOException {
            switch (key) {
                case "status" -> word = JsonValue.text(json);
                case "duration" -> millis = Math.round(JsonValue.number(json, -1));
                case "startTime" -> start = Times.parse(JsonValue.text(json));
                case "error" -> failure = isFirst ? ErrorObject.read(json, into) : null;
                case "errors" ->
                    JsonValue.elements(json, error -> {
                        if (isFirst && failure == null) {
                            failure = ErrorObject.read(error, into);
                        }
                    });
                default -> {}
            }
        }
    }
}
