package dev.expertd.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.IOException;

/**
 * The original shape: {@code {"timestamp", "run_id", "total_tests", ..., "results": {id: {"status", "logs"}}}}.
 *
 * <p>Facts of its writer: the timestamp is the run's end; an exception outside a test is written as a skip and left out
 * of {@code total_tests}.
 */
final class Eagle implements Format {
    @Override
    public String name() {
        return "eagle";
    }

    @Override
    public boolean matches(Peek peek) {
        boolean results = peek.firstOfHas("results", "status") || peek.firstOfHas("results", "logs");
        boolean none = peek.firstOfHas("results", Peek.EMPTY_OBJECT)
                && (peek.keys().contains("run_id")
                        || peek.keys().contains("total_tests")
                        || peek.keys().contains("timestamp"));
        return !peek.array() && (results || none);
    }

    @Override
    public void read(TraceFile file, RunBuilder run) throws IOException {
        EagleResults results = new EagleResults();
        try (JsonParser json = Json.parser(file)) {
            read(json, run, results);
        } catch (JsonEOFException e) {
            results.into(run);
            throw e;
        } catch (JsonProcessingException | CharConversionException e) {
            EagleResults again = new EagleResults();
            try (JsonParser json = Json.lenient(file)) {
                read(json, run, again);
            } finally {
                again.into(run);
            }
            return;
        }
        results.into(run);
    }

    private static void read(JsonParser json, RunBuilder run, EagleResults results) throws IOException {
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            switch (key) {
                case "results" -> results(json, results);
                case "timestamp" -> run.ended(value == JsonToken.VALUE_STRING ? Times.parse(json.getText()) : null);
                case "git_sha" -> run.commit(value == JsonToken.VALUE_STRING ? json.getText() : "");
                case "total_tests" -> results.declared(value == JsonToken.VALUE_NUMBER_INT ? json.getIntValue() : -1);
                default -> json.skipChildren();
            }
        }
    }

    private static void results(JsonParser json, EagleResults results) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String id = json.currentName();
            if (json.nextToken() == JsonToken.START_OBJECT) {
                result(id, json, results);
            } else {
                json.skipChildren();
            }
        }
    }

    private static void result(String id, JsonParser json, EagleResults results) throws IOException {
        String status = "";
        EagleLog log = new EagleLog();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals("status") && value == JsonToken.VALUE_STRING) {
                status = json.getText();
            } else if (key.equals("logs")) {
                log.read(json, status.startsWith("pass"));
            } else {
                json.skipChildren();
            }
        }
        results.add(id, status, log);
    }
}
