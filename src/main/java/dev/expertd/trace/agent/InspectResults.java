package dev.expertd.trace.agent;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.model.Counts;
import dev.expertd.model.Signal;
import dev.expertd.model.Status;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.ShortText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a log says of all its samples together, for logs that leave the samples out. */
final class InspectResults {
    private static final double EXACT = 1e-6;

    private final Map<String, Status> reduced = new LinkedHashMap<>();
    private int total;
    private int completed;
    private double accuracy = Double.NaN;

    void read(String key, JsonParser json) throws IOException {
        switch (key) {
            case "total_samples" -> total = (int) Math.max(0, JsonValue.number(json, 0));
            case "completed_samples" -> completed = (int) Math.max(0, JsonValue.number(json, 0));
            case "scores" ->
                JsonValue.elements(json, score -> JsonValue.fields(score, (name, value) -> metrics(name, value)));
            case "metrics" -> metrics(key, json);
            case "sample_reductions" -> reductions(json);
            default -> {}
        }
    }

    private void metrics(String key, JsonParser json) throws IOException {
        if (key.equals("metrics")) {
            JsonValue.fields(json, (metric, value) -> {
                if (metric.equals("accuracy") || metric.equals("mean")) {
                    JsonValue.fields(value, this::accuracy);
                }
            });
        }
    }

    /** Of several scorers the strictest counts, as a sample must satisfy all of them. */
    private void accuracy(String key, JsonParser json) throws IOException {
        double value = key.equals("value") ? JsonValue.number(json, Double.NaN) : Double.NaN;
        if (value >= 0 && value <= 1) {
            accuracy = Double.isNaN(accuracy) ? value : Math.min(accuracy, value);
        }
    }

    void reductions(JsonParser json) throws IOException {
        JsonValue.elements(
                json,
                scorer -> JsonValue.fields(scorer, (key, value) -> {
                    if (key.equals("samples")) {
                        JsonValue.elements(value, this::reduction);
                    }
                }));
    }

    private void reduction(JsonParser json) throws IOException {
        String[] id = {""};
        Status[] status = {Status.ERRORED};
        JsonValue.fields(json, (key, value) -> {
            switch (key) {
                case "sample_id" -> id[0] = ShortText.name(JsonValue.word(value));
                case "value" -> status[0] = InspectScore.verdict(value);
                default -> {}
            }
        });
        if (!id[0].isEmpty() && reduced.size() < Collected.RESULTS) {
            reduced.merge(id[0], status[0], Status::worst);
        }
    }

    int total() {
        return total;
    }

    List<InspectSample> reduced() {
        return reduced.entrySet().stream()
                .map(each -> new InspectSample(each.getKey(), each.getValue(), false, -1, null))
                .toList();
    }

    /**
     * Declares the totals. If samples were correct in part, the accuracy is no share of correct ones; then so many passed
     * as it allows at most.
     */
    void declare(Collected into) {
        int scored = Math.min(completed, total);
        if (total == 0) {
            return;
        }
        if (Double.isNaN(accuracy)) {
            into.signal(Signal.EVIDENCE_ONLY);
            return;
        }
        int passed = (int) Math.floor(accuracy * scored + EXACT);
        into.declare(new Counts(total, passed, scored - passed, total - scored, 0, 0));
    }
}
