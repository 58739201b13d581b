package dev.expertd.trace.agent;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.model.TestCase;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.ShortText;
import dev.expertd.trace.format.TestId;
import dev.expertd.trace.format.TestName;
import dev.expertd.trace.format.Times;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What was read of one log. Its parts may come in any order, so its samples wait for the name of their task. */
final class InspectLog {
    private final Collected into;
    private final List<InspectSample> samples = new ArrayList<>();
    private final InspectResults results = new InspectResults();
    private String task = "";
    private String model = "";
    private String file = "";
    private String status = "";
    private String commit = "";
    private String created = "";
    private String started = "";
    private String error = "";

    InspectLog(Collected into) {
        this.into = into;
    }

    void read(String key, JsonParser json) throws IOException {
        switch (key) {
            case "status" -> status = ShortText.name(JsonValue.text(json));
            case "eval" -> JsonValue.fields(json, this::eval);
            case "results" -> JsonValue.fields(json, results::read);
            case "reductions" -> results.reductions(json);
            case "stats" -> JsonValue.fields(json, this::stats);
            case "error" -> JsonValue.fields(json, this::error);
            case "samples" -> JsonValue.elements(json, this::sample);
            default -> {}
        }
    }

    private void eval(String key, JsonParser json) throws IOException {
        switch (key) {
            case "task" -> task = ShortText.name(JsonValue.text(json));
            case "model" -> model = ShortText.name(JsonValue.text(json));
            case "task_file" -> file = ShortText.name(JsonValue.text(json));
            case "created" -> created = ShortText.name(JsonValue.text(json));
            case "revision" -> revision(json);
            default -> {}
        }
    }

    /** What was evaluated on a dirty tree is not what its commit holds. */
    private void revision(JsonParser json) throws IOException {
        boolean[] dirty = new boolean[1];
        JsonValue.fields(json, (key, value) -> {
            switch (key) {
                case "commit" -> commit = ShortText.name(JsonValue.text(value));
                case "dirty" -> dirty[0] = JsonValue.isTrue(value);
                default -> {}
            }
        });
        commit = dirty[0] ? "" : commit;
    }

    private void stats(String key, JsonParser json) throws IOException {
        switch (key) {
            case "started_at" -> started = ShortText.name(JsonValue.text(json));
            case "completed_at" -> into.ended(Times.parse(JsonValue.text(json)));
            default -> {}
        }
    }

    private void error(String key, JsonParser json) throws IOException {
        if (key.equals("message") && into.withText()) {
            error = ShortText.printed(JsonValue.text(json)).strip();
        }
    }

    private void sample(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        if (samples.size() == Collected.RESULTS) {
            into.incomplete("it holds more than " + Collected.RESULTS + " samples");
            return;
        }
        InspectReader reader = new InspectReader(into);
        JsonValue.fields(json, reader::read);
        samples.add(reader.sample(samples.size() + 1));
    }

    /** Tells what there is; also of a log that breaks off. */
    void close() {
        into.started(Times.parse(started.isEmpty() ? created : started));
        into.commit(commit);
        List<InspectSample> told = samples.isEmpty() ? results.reduced() : samples;
        told.forEach(this::tell);
        if (told.isEmpty()) {
            results.declare(into);
        }
        switch (status) {
            case "cancelled" -> into.incomplete("the evaluation was cancelled");
            case "started" -> into.incomplete("the evaluation has not ended");
            case "error" -> {
                into.error(error.isEmpty() ? "the evaluation ended with an error" : error);
                into.incomplete("the evaluation ended with an error");
            }
            default -> {
                if (!samples.isEmpty() && samples.size() < results.total()) {
                    into.incomplete("only " + samples.size() + " of " + results.total() + " samples are in the log");
                }
            }
        }
    }

    /** A verdict is of a task, a sample and a model: with another model it is another test. */
    private void tell(InspectSample sample) {
        String id = TestId.of("inspect", task + '\u001f' + model, sample.name());
        TestCase test = new TestCase(id, sample.name(), task, TestName.isFile(file) ? file : "");
        into.add(test, sample.status(), sample.flaky(), sample.millis(), sample.failure());
    }
}
