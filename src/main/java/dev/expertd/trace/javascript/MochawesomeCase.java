package dev.expertd.trace.javascript;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonValue;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A test or a hook of a mochawesome report; its state is a word, and said again by flags. */
final class MochawesomeCase {
    private String title = "";
    private String fullTitle = "";
    private String state = "";
    private String flag = "";
    private boolean retried;
    private long millis = -1;
    private @Nullable Failure failure;

    private MochawesomeCase() {}

    static MochawesomeCase read(JsonParser json, Collected into) throws IOException {
        MochawesomeCase test = new MochawesomeCase();
        JsonValue.fields(json, (key, value) -> test.field(key, value, into));
        return test;
    }

    String title() {
        return title.isEmpty() ? fullTitle : title;
    }

    String fullTitle() {
        return fullTitle.isEmpty() ? title : fullTitle;
    }

    long millis() {
        return millis;
    }

    /** Not yet bounded. */
    @Nullable
    Failure failure() {
        return failure;
    }

    @Nullable
    Failure bounded(Collected into) {
        return failure == null || !status().isRed() ? null : into.bounded(failure);
    }

    Status status() {
        return switch (state.isEmpty() ? flag : state) {
            case "passed", "pass" -> Status.PASSED;
            case "failed", "fail" -> Status.FAILED;
            case "pending", "skipped" -> Status.SKIPPED;
            default -> Status.ERRORED;
        };
    }

    boolean isFlaky() {
        return retried && status() == Status.PASSED;
    }

    /** Of a hook, which has no state unless it failed. */
    boolean isBroken() {
        return status() == Status.FAILED || failure != null;
    }

    private void field(String key, JsonParser json, Collected into) throws IOException {
        switch (key) {
            case "title" -> title = JsonValue.text(json);
            case "fullTitle" -> fullTitle = JsonValue.text(json);
            case "state" -> state = JsonValue.text(json);
            case "duration" -> millis = Math.round(JsonValue.number(json, -1));
            case "pass", "fail", "pending", "skipped" -> flag = JsonValue.isTrue(json) ? key : flag;
            case "currentRetry" -> retried = JsonValue.number(json, 0) > 0;
            case "err" -> failure = ErrorObject.read(json, into);
            default -> {}
        }
    }
}
