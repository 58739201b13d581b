package dev.expertd.trace.ctrf;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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
 * One test, whatever runner it comes from.
 *
 * <pre>
 * {"name": "adds up", "status": "passed|failed|skipped|pending|other", "rawStatus": "timedOut", "duration": 12,
 *  "suite": "Cart" or ["Cart", "totals"], "filePath": "src/cart.test.ts",
 *  "message": "...", "trace": "...", "flaky": true, "retries": 1,
 *  "retryAttempts": [{"attempt": 1, "status": "failed", "message": "..."}]}
 * </pre>
 *
 * Durations are milliseconds. Without the mark, a test is flaky that passed after a retry. What is neither passed, failed
 * nor skipped is {@code other}; then the runner's own word may tell more.
 */
final class CtrfCase {
    private final Collected into;
    private String name = "";
    private String suite = "";
    private String path = "";
    private String word = "";
    private String rawWord = "";
    private String message = "";
    private String trace = "";
    private long millis = -1;
    private boolean retried;
    private boolean failedBefore;
    private @Nullable Boolean flaky;
    private @Nullable Failure before;

    private CtrfCase(Collected into) {
        this.into = into;
    }

    static void read(JsonParser json, Collected into) throws IOException {
        CtrfCase test = new CtrfCase(into);
        JsonValue.fields(json, test::field);
        test.add();
    }

    private void field(String key, JsonParser json) throws IOException {
        switch (key) {
            case "name" -> name = JsonValue.word(json);
            case "status" -> word = JsonValue.text(json);
            case "rawStatus" -> rawWord = JsonValue.text(json);
            case "suite" -> suite = suite(json);
            case "filePath" -> path = JsonValue.text(json);
            case "message" -> message = printed(json);
            case "trace" -> trace = printed(json);
            case "duration" -> millis = Math.round(JsonValue.number(json, -1));
            case "retries" -> retried = JsonValue.number(json, 0) > 0;
            case "retryAttempts" -> JsonValue.elements(json, this::attempt);
            case "flaky" ->
                flaky = json.currentToken() == JsonToken.VALUE_NULL ? null : Boolean.valueOf(JsonValue.isTrue(json));
            default -> {}
        }
    }

    private String printed(JsonParser json) throws IOException {
        return into.withText() ? JsonValue.text(json) : "";
    }

    private static String suite(JsonParser json) throws IOException {
        StringBuilder titles = new StringBuilder(JsonValue.text(json));
        JsonValue.elements(json, each -> {
            String title = JsonValue.text(each);
            titles.append(titles.length() == 0 || title.isEmpty() ? "" : " > ").append(title);
        });
        return titles.toString();
    }

    private void attempt(JsonParser json) throws IOException {
        String[] told = {"", "", ""};
        JsonValue.fields(json, (key, value) -> {
            switch (key) {
                case "status" -> told[0] = JsonValue.text(value);
                case "message" -> told[1] = printed(value);
                case "trace" -> told[2] = printed(value);
                default -> {}
            }
        });
        if (told[0].equals("failed")) {
            failedBefore = true;
            before = before == null ? into.bounded(ThrownError.of("", told[1], told[2])) : before;
        }
    }

    private void add() {
        Status status = status(word, rawWord);
        boolean marked = flaky == null ? retried : flaky;
        boolean isFlaky = status == Status.PASSED && (marked || failedBefore);
        boolean silent = message.isBlank() && trace.isBlank();
        Failure failure =
                silent || !status.isRed() && !isFlaky ? before : into.bounded(ThrownError.of("", message, trace));
        String owner = path.isEmpty() ? suite : path;
        String id = TestId.of("ctrf", owner, suite.isEmpty() ? name : suite + " > " + name);
        into.add(new TestCase(id, name, suite, RepositoryFile.of(path)), status, isFlaky, millis, failure);
    }

    private static Status status(String word, String rawWord) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "passed" -> Status.PASSED;
            case "failed" -> Status.FAILED;
            case "skipped", "pending" -> Status.SKIPPED;
            default -> isSkip(rawWord) ? Status.SKIPPED : Status.ERRORED;
        };
    }

    private static boolean isSkip(String rawWord) {
        return switch (rawWord.toLowerCase(Locale.ROOT)) {
            case "skipped", "skip", "pending", "todo", "disabled", "ignored" -> true;
            default -> false;
        };
    }
}
