package dev.expertd.trace.agent;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.ShortText;
import java.io.IOException;
import java.util.Locale;

/**
 * What a scorer gave.
 *
 * @param value as it stands in the log, if it is one word or number
 */
record InspectScore(String scorer, Status verdict, String value, String answer, String explanation) {
    static InspectScore read(String scorer, JsonParser json, boolean withText) throws IOException {
        InspectScore[] score = {new InspectScore(ShortText.name(scorer), Status.ERRORED, "", "", "")};
        JsonValue.fields(json, (key, value) -> {
            InspectScore so = score[0];
            switch (key) {
                case "value" -> {
                    String word = ShortText.name(JsonValue.word(value));
                    score[0] = new InspectScore(so.scorer, verdict(value), word, so.answer, so.explanation);
                }
                case "answer" -> {
                    String answer = withText ? ShortText.name(JsonValue.word(value)) : "";
                    score[0] = new InspectScore(so.scorer, so.verdict, so.value, answer, so.explanation);
                }
                case "explanation" -> {
                    String explanation = withText ? ShortText.printed(JsonValue.text(value)) : "";
                    score[0] = new InspectScore(so.scorer, so.verdict, so.value, so.answer, explanation);
                }
                default -> {}
            }
        });
        return score[0];
    }

    /**
     * The verdict of the value at hand: correct is {@code C}, 1 or true; {@code I}, {@code N}, the partial {@code P} and any
     * other number are not; null and NaN mean that nothing was scored. Of several values all must be correct.
     */
    static Status verdict(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            return ofAll(json, token == JsonToken.START_ARRAY);
        }
        return single(json);
    }

    private static Status ofAll(JsonParser json, boolean isArray) throws IOException {
        Status[] worst = {Status.SKIPPED};
        JsonValue.Reading each = value -> worst[0] = worst[0].worst(single(value));
        if (isArray) {
            JsonValue.elements(json, each);
        } else {
            JsonValue.fields(json, (key, value) -> each.read(value));
        }
        return worst[0] == Status.SKIPPED ? Status.ERRORED : worst[0];
    }

    private static Status single(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_TRUE || json.currentToken() == JsonToken.VALUE_FALSE) {
            return JsonValue.isTrue(json) ? Status.PASSED : Status.FAILED;
        }
        String word = ShortText.name(JsonValue.word(json)).toLowerCase(Locale.ROOT);
        return switch (word) {
            case "", "nan" -> Status.ERRORED;
            case "c", "yes", "true" -> Status.PASSED;
            default -> JsonValue.number(json, 0) == 1 ? Status.PASSED : Status.FAILED;
        };
    }

    InspectScore worse(InspectScore other) {
        return verdict.worst(other.verdict) == verdict ? this : other;
    }

    /** Why it is not correct. Two samples fail alike only if what was expected and what was answered are alike. */
    Failure failure(String target) {
        String scored = value.isEmpty() ? scorer + ": no score" : scorer + ": " + value;
        String wanted = target.isEmpty() ? "" : ", expected \"" + target + '"';
        String given = answer.isEmpty() ? "" : ", answered \"" + answer + '"';
        return new Failure("", scored + wanted + given, explanation);
    }
}
