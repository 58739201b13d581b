package dev.expertd.trace.ruby;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.model.TestCase;
import dev.expertd.trace.failure.PrintedFailure;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Occurrences;
import dev.expertd.trace.format.TestName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One example. Those that a loop or a one-liner made may be called alike in one file. */
final class RSpecExample {
    private static final int FRAMES = 80;
    private static final int FRAME = 500;

    private final boolean withText;
    private final List<String> backtrace = new ArrayList<>();
    private String description = "";
    private String full = "";
    private String status = "";
    private String file = "";
    private double seconds = -1;
    private String type = "";
    private String message = "";

    RSpecExample(boolean withText) {
        this.withText = withText;
    }

    void field(String key, JsonParser json) throws IOException {
        switch (key) {
            case "description" ->
                description = TestName.bounded(JsonValue.text(json)).strip();
            case "full_description" ->
                full = TestName.bounded(JsonValue.text(json)).strip();
            case "status" -> status = JsonValue.text(json);
            case "file_path" -> file = TestName.bounded(JsonValue.text(json));
            case "run_time" -> seconds = JsonValue.number(json, -1);
            case "exception" -> JsonValue.fields(json, this::exception);
            default -> {}
        }
    }

    private void exception(String key, JsonParser json) throws IOException {
        if (!withText) {
            return;
        }
        switch (key) {
            case "class" -> type = JsonValue.text(json);
            case "message" -> message = JsonValue.text(json).strip();
            case "backtrace" ->
                JsonValue.elements(json, frame -> {
                    String text = JsonValue.text(frame);
                    if (backtrace.size() < FRAMES && !text.isEmpty()) {
                        backtrace.add(text.substring(0, Math.min(FRAME, text.length())));
                    }
                });
            default -> {}
        }
    }

    /** Adds the example, and returns true if it is red. */
    boolean into(Collected into, Occurrences names) {
        Status verdict = verdict();
        Failure failure = verdict.isRed()
                ? into.bounded(PrintedFailure.completed(new Failure(type, message, String.join("\n", backtrace))))
                : null;
        into.add(test(names), verdict, false, seconds < 0 ? -1 : Math.round(seconds * 1000), failure);
        return verdict.isRed();
    }

    private Status verdict() {
        return switch (status) {
            case "passed" -> Status.PASSED;
            case "failed" -> Status.FAILED;
            case "pending" -> Status.SKIPPED;
            default -> Status.ERRORED;
        };
    }

    /** The groups around an example stand before its own description in the full one. */
    private TestCase test(Occurrences names) {
        String whole = full.isEmpty() ? description : full;
        boolean grouped =
                !description.isEmpty() && whole.endsWith(description) && whole.length() > description.length();
        String suite = grouped
                ? whole.substring(0, whole.length() - description.length()).strip()
                : "";
        String relative = file.startsWith("./") ? file.substring(2) : file;
        return new TestCase(
                names.id("rspec", relative, whole),
                grouped ? description : whole,
                suite,
                TestName.isFile(relative) && !relative.startsWith("..") ? relative : "");
    }
}
