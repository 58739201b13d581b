package dev.expertd.trace.agent;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.ShortText;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one sample key by key. Its messages and events, nearly all of its text, are passed over. */
final class InspectReader {
    private final Collected into;
    private String id = "";
    private int epoch = 1;
    private String target = "";
    private String limit = "";
    private long millis = -1;
    private boolean broke;
    private @Nullable Failure error;
    private boolean wasRetried;
    private @Nullable Failure retried;
    private @Nullable InspectScore score;

    InspectReader(Collected into) {
        this.into = into;
    }

    void read(String key, JsonParser json) throws IOException {
        switch (key) {
            case "id" -> id = ShortText.name(JsonValue.word(json));
            case "epoch" -> epoch = (int) JsonValue.number(json, 1);
            case "target" -> target = target(json);
            case "score" -> score("score", json);
            case "scores" -> JsonValue.fields(json, this::score);
            case "error" -> {
                broke = json.currentToken() == JsonToken.START_OBJECT;
                error = failure(json);
            }
            case "error_retries" ->
                JsonValue.elements(json, value -> {
                    wasRetried |= value.currentToken() == JsonToken.START_OBJECT;
                    Failure each = failure(value);
                    retried = retried == null ? each : retried;
                });
            case "limit" ->
                JsonValue.fields(
                        json,
                        (name, value) -> limit = name.equals("type") ? ShortText.name(JsonValue.text(value)) : limit);
            case "total_time" -> {
                double seconds = JsonValue.number(json, -1);
                millis = seconds >= 0 ? Math.round(seconds * 1000) : -1;
            }
            default -> {}
        }
    }

    private String target(JsonParser json) throws IOException {
        return into.withText() ? ShortText.name(JsonValue.word(json)) : "";
    }

    private void score(String scorer, JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            InspectScore next = InspectScore.read(scorer, json, into.withText());
            score = score == null ? next : score.worse(next);
        }
    }

    private @Nullable Failure failure(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT || !into.withText()) {
            return null;
        }
        String[] told = {"", ""};
        JsonValue.fields(json, (key, value) -> {
            switch (key) {
                case "message" -> told[0] = JsonValue.text(value);
                case "traceback" -> told[1] = JsonValue.text(value);
                default -> {}
            }
        });
        return into.bounded(ToldError.of(told[0], told[1]));
    }

    /** What was read; a sample without an id is called by its place in the log. */
    InspectSample sample(int place) {
        String name = (id.isEmpty() ? "sample " + place : id) + (epoch > 1 ? " (epoch " + epoch + ")" : "");
        InspectScore told = score;
        if (broke) {
            return new InspectSample(name, Status.ERRORED, false, millis, error);
        }
        if (told == null) {
            String why = limit.isEmpty() ? "it was not scored" : "it was not scored: limit of " + limit;
            return new InspectSample(name, Status.ERRORED, false, millis, into.bounded(new Failure("", why, "")));
        }
        boolean flaky = told.verdict() == Status.PASSED && wasRetried;
        Failure failure = told.verdict().isRed() ? into.bounded(told.failure(target)) : flaky ? retried : null;
        return new InspectSample(name, told.verdict(), flaky, millis, failure);
    }
}
