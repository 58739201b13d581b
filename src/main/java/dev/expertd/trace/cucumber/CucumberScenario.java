package dev.expertd.trace.cucumber;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Times;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One scenario, or the background of the next. It is what the worst of its steps is, hooks included. */
final class CucumberScenario {
    private final StepResults steps;
    private final Collected into;
    private String name = "";
    private String id = "";
    private String line = "";
    private String type = "";
    private String keyword = "";
    private String stated = "";

    private CucumberScenario(Collected into) {
        this.into = into;
        this.steps = new StepResults(into);
    }

    static CucumberScenario read(JsonParser json, Collected into) throws IOException {
        CucumberScenario scenario = new CucumberScenario(into);
        JsonValue.fields(json, scenario::field);
        return scenario;
    }

    /** What failed in the background keeps all steps of the scenario from running. */
    void precededBy(CucumberScenario background) {
        steps.addAll(background.steps);
    }

    boolean isBackground() {
        return type.isEmpty() ? keyword.strip().equalsIgnoreCase("background") : type.equals("background");
    }

    String name() {
        return name.isBlank() ? id : name;
    }

    /** Where it stands; an example of an outline on its own line. */
    String line() {
        return line;
    }

    Status status() {
        return steps.isEmpty() ? StepResults.status(stated.isEmpty() ? "skipped" : stated) : steps.status();
    }

    long millis(boolean nanoseconds) {
        return steps.millis(nanoseconds);
    }

    @Nullable
    Failure failure() {
        return steps.failure();
    }

    private void field(String key, JsonParser json) throws IOException {
        switch (key) {
            case "name" -> name = JsonValue.text(json);
            case "id" -> id = JsonValue.text(json);
            case "line", "location" -> line = JsonValue.word(json);
            case "type" -> type = JsonValue.text(json);
            case "keyword" -> keyword = JsonValue.text(json);
            case "status" -> stated = JsonValue.text(json);
            case "start_timestamp" -> into.started(Times.parse(JsonValue.text(json)));
            case "before", "steps", "after" -> JsonValue.elements(json, steps::read);
            default -> {}
        }
    }
}
