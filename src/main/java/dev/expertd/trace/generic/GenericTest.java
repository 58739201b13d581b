package dev.expertd.trace.generic;

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
import java.util.List;

/** One test or check. A status in words goes before a boolean; what has neither did not come to its end. */
final class GenericTest {
    /** What it may be called by; the first counts most. */
    static final List<String> NAMES = List.of("name", "title", "check", "id");

    private final boolean withText;
    private String name = "";
    private int rank = NAMES.size();
    private String word = "";
    private String suite = "";
    private String file = "";
    private String message = "";
    private String detail = "";
    private String printed = "";
    private double millis = -1;
    private boolean passed;
    private boolean failed;
    private boolean skipped;
    private boolean flaky;

    GenericTest(boolean withText) {
        this.withText = withText;
    }

    void field(String key, JsonParser json) throws IOException {
        switch (key) {
            case "name", "title", "check", "id" -> called(key, TestName.bounded(JsonValue.word(json)));
            case "status", "outcome" -> word = word.isEmpty() ? JsonValue.text(json) : word;
            case "passed" -> {
                passed = JsonValue.isTrue(json);
                failed = json.currentToken() == JsonToken.VALUE_FALSE;
            }
            case "skipped" -> skipped = JsonValue.isTrue(json);
            case "flaky" -> flaky = JsonValue.isTrue(json);
            case "suite", "classname" -> suite = TestName.bounded(JsonValue.text(json));
            case "file", "filePath", "file_path" -> file = TestName.bounded(JsonValue.text(json));
            case "duration", "duration_ms", "durationMs" -> millis = JsonValue.number(json, -1);
            case "duration_s", "duration_seconds", "seconds" -> millis = JsonValue.number(json, -0.001) * 1000;
            case "message", "error" -> message = message.isEmpty() ? text(json) : message;
            case "detail", "details", "reason" -> detail = detail.isEmpty() ? text(json) : detail;
            case "trace", "stack", "output" -> printed = printed.isEmpty() ? text(json) : printed;
            default -> {}
        }
    }

    /** Adds the test, and returns true if it is red. */
    boolean into(Collected into, int number) {
        Status status = status();
        String told = message.isBlank() ? detail : message;
        Failure failure = status.isRed()
                ? into.bounded(PrintedFailure.completed(new Failure("", told, printed.isEmpty() ? detail : printed)))
                : null;
        String shown = name.isEmpty() ? "Test " + number : name;
        TestCase test = new TestCase(
                TestId.of("generic", file.isEmpty() ? suite : file + "\n" + suite, shown),
                shown,
                suite,
                TestName.isFile(file) ? file : "");
        into.add(test, status, flaky && status == Status.PASSED, millis < 0 ? -1 : Math.round(millis), failure);
        return status.isRed();
    }

    private Status status() {
        if (!word.isEmpty()) {
            return GenericStatus.of(word);
        }
        return skipped ? Status.SKIPPED : passed ? Status.PASSED : failed ? Status.FAILED : Status.ERRORED;
    }

    private void called(String key, String value) {
        int given = NAMES.indexOf(key);
        if (given < rank && !value.isEmpty()) {
            rank = given;
            name = value;
        }
    }

    /** An error may be an object that has a message. */
    private String text(JsonParser json) throws IOException {
        if (!withText) {
            return "";
        }
        String[] inner = {JsonValue.text(json)};
        if (json.currentToken() == JsonToken.START_OBJECT) {
            JsonValue.fields(json, (key, value) -> {
                if (key.equals("message")) {
                    inner[0] = JsonValue.text(value);
                }
            });
        }
        return inner[0];
    }
}
