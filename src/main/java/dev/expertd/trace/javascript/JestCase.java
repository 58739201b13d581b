package dev.expertd.trace.javascript;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.model.TestCase;
import dev.expertd.trace.failure.ThrownError;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.RepositoryFile;
import dev.expertd.trace.format.TestId;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One test of a Jest or Vitest report. Retries show in {@code invocations} and {@code retryReasons}; Vitest leaves the
 * messages of earlier attempts at a test that passed in the end. A list of messages can be {@code [null]}.
 */
final class JestCase {
    private static final int MESSAGES = 16_384;

    private String suite = "";
    private String title = "";
    private String fullName = "";
    private String word = "";
    private long millis = -1;
    private boolean repeated;
    private String first = "";
    private final StringBuilder messages = new StringBuilder();
    private @Nullable Failure failure;

    private JestCase() {}

    static JestCase read(JsonParser json, Collected into) throws IOException {
        JestCase test = new JestCase();
        JsonValue.fields(json, (key, value) -> test.field(key, value, into.withText()));
        if (!test.first.isEmpty()) {
            test.failure = into.bounded(ThrownError.of("", test.first, test.messages.toString()));
        }
        test.first = "";
        test.messages.setLength(0);
        test.messages.trimToSize();
        return test;
    }

    boolean isRed() {
        return status().isRed();
    }

    void into(Collected into, String file) {
        String name = title.isEmpty() ? fullName : title;
        String path = suite.isEmpty() ? name : suite + " > " + name;
        boolean flaky = status() == Status.PASSED && (repeated || failure != null);
        into.add(
                new TestCase(TestId.of("jest", file, path), name, suite, RepositoryFile.of(file)),
                status(),
                flaky,
                millis,
                failure);
    }

    private void field(String key, JsonParser json, boolean withText) throws IOException {
        switch (key) {
            case "ancestorTitles" ->
                JsonValue.elements(json, each -> {
                    String ancestor = JsonValue.text(each);
                    suite = ancestor.isBlank() ? suite : suite.isEmpty() ? ancestor : suite + " > " + ancestor;
                });
            case "title" -> title = JsonValue.text(json);
            case "fullName" -> fullName = JsonValue.text(json);
            case "status" -> word = JsonValue.text(json);
            case "duration" -> millis = Math.round(JsonValue.number(json, -1));
            case "invocations" -> repeated |= JsonValue.number(json, 1) > 1;
            case "failureMessages", "retryReasons" ->
                JsonValue.elements(json, message -> say(withText ? JsonValue.text(message) : ""));
            default -> {}
        }
    }

    static String cut(String message) {
        return message.length() <= MESSAGES ? message : message.substring(0, MESSAGES);
    }

    private void say(String message) {
        if (message.isBlank()) {
            return;
        }
        first = first.isEmpty() ? message : first;
        if (messages.length() < MESSAGES) {
            messages.append(messages.length() == 0 ? "" : "\n\n").append(cut(message));
        }
    }

    private Status status() {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "passed", "focused" -> Status.PASSED;
            case "failed" -> Status.FAILED;
            case "pending", "skipped", "todo", "disabled" -> Status.SKIPPED;
            default -> Status.ERRORED;
        };
    }
}
