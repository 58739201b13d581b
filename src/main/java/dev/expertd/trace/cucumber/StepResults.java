package dev.expertd.trace.cucumber;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.trace.failure.ThrownError;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonValue;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the steps of one scenario came to. A step without a result did not run and says nothing. */
final class StepResults {
    /** From harmless to grave, as Cucumber itself ranks them; what is none of these is the gravest but a failure. */
    private static final List<String> BY_RANK =
            List.of("passed", "skipped", "untested", "pending", "undefined", "ambiguous", "", "failed");

    private static final int NO_WORD = BY_RANK.indexOf("");

    private final Collected into;
    private int worst = -1;
    private double duration = -1;
    private @Nullable Failure failure;

    StepResults(Collected into) {
        this.into = into;
    }

    /** A step or hook; a step may have hooks of its own. */
    void read(JsonParser json) throws IOException {
        String[] step = {"", ""};
        int rankBefore = worst;
        JsonValue.fields(json, (key, value) -> {
            switch (key) {
                case "keyword" -> step[0] = JsonValue.text(value).strip();
                case "name" -> step[1] = JsonValue.text(value);
                case "result" -> result(value);
                case "before", "after" ->
                    JsonValue.elements(
                            value,
                            hook -> JsonValue.fields(hook, (part, it) -> {
                                if (part.equals("result")) {
                                    result(it);
                                }
                            }));
                default -> {}
            }
        });
        if (worst > rankBefore && status().isRed() && failure == null) {
            String word = BY_RANK.get(worst);
            failure = new Failure(
                    "", (word.isEmpty() ? "no status" : word) + ": " + (step[0] + ' ' + step[1]).strip(), "");
        }
    }

    void addAll(StepResults others) {
        failure = others.failure == null || worst > others.worst ? failure : others.failure;
        worst = Math.max(worst, others.worst);
        duration = duration < 0 ? others.duration : duration + Math.max(0, others.duration);
    }

    boolean isEmpty() {
        return worst < 0;
    }

    Status status() {
        return status(BY_RANK.get(Math.max(0, worst)));
    }

    /** A step without definition, or with two, cannot run; one that is pending is yet to be written. */
    static Status status(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "passed" -> Status.PASSED;
            case "failed" -> Status.FAILED;
            case "skipped", "untested", "pending" -> Status.SKIPPED;
            default -> Status.ERRORED;
        };
    }

    long millis(boolean nanoseconds) {
        return duration < 0 ? -1 : Math.round(nanoseconds ? duration / 1e6 : duration * 1000);
    }

    @Nullable
    Failure failure() {
        return failure;
    }

    private void result(JsonParser json) throws IOException {
        String[] told = {"", ""};
        JsonValue.fields(json, (key, value) -> {
            switch (key) {
                case "status" -> told[0] = JsonValue.text(value).toLowerCase(Locale.ROOT);
                case "duration" -> took(JsonValue.number(value, -1));
                case "error_message" -> told[1] = into.withText() ? printed(value) : "";
                default -> {}
            }
        });
        int known = BY_RANK.indexOf(told[0]);
        int rank = known < 0 ? NO_WORD : known;
        if (rank > worst) {
            worst = rank;
            failure = told[1].isBlank() ? null : into.bounded(ThrownError.of("", told[1], ""));
        }
    }

    private void took(double more) {
        duration = more < 0 ? duration : Math.max(0, duration) + more;
    }

    /** behave prints its lines one by one. */
    private static String printed(JsonParser json) throws IOException {
        StringBuilder text = new StringBuilder(JsonValue.text(json));
        JsonValue.elements(json, line -> {
            if (text.length() < Short.MAX_VALUE) {
                text.append(text.length() == 0 ? "" : "\n").append(JsonValue.text(line));
            }
        });
        return text.toString();
    }
}
