package dev.expertd.trace.cucumber;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.model.TestCase;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.RepositoryFile;
import dev.expertd.trace.format.TestId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One feature. Its name and path stand behind its scenarios in some Cucumbers. */
final class CucumberFeature {
    private static final Pattern SCHEME = Pattern.compile("^(?:file:(?://)?|classpath:)");
    private static final Pattern LINE = Pattern.compile(":\\d{1,9}$");

    private final List<CucumberScenario> scenarios = new ArrayList<>();
    private String name = "";
    private String path = "";
    private boolean nanoseconds;
    private @Nullable CucumberScenario background;

    private CucumberFeature() {}

    /** Reads the feature at hand. */
    static void read(JsonParser json, ExampleRows rows, Collected into) throws IOException {
        CucumberFeature feature = new CucumberFeature();
        try {
            JsonValue.fields(json, (key, value) -> feature.field(key, value, into));
        } finally {
            feature.close(rows, into);
        }
    }

    private void field(String key, JsonParser json, Collected into) throws IOException {
        switch (key) {
            case "name" -> name = JsonValue.text(json);
            case "uri" -> {
                path = SCHEME.matcher(JsonValue.text(json)).replaceFirst("");
                nanoseconds = true;
            }
            case "location" ->
                path = path.isEmpty() ? LINE.matcher(JsonValue.text(json)).replaceFirst("") : path;
            case "elements" ->
                JsonValue.elements(json, element -> {
                    if (element.currentToken() == JsonToken.START_OBJECT && scenarios.size() <= Collected.RESULTS) {
                        element(CucumberScenario.read(element, into));
                    }
                });
            default -> {}
        }
    }

    private void element(CucumberScenario element) {
        if (element.isBackground()) {
            background = element;
            return;
        }
        if (background != null) {
            element.precededBy(background);
            background = null;
        }
        scenarios.add(element);
    }

    private void close(ExampleRows rows, Collected into) {
        for (CucumberScenario scenario : scenarios) {
            int row = rows.number(path + '\n' + name + '\n' + scenario.name(), scenario.line());
            String id = TestId.of(
                    "cucumber", path.isEmpty() ? name : path, scenario.name() + (row == 1 ? "" : " (" + row + ')'));
            into.add(
                    new TestCase(id, scenario.name(), name, RepositoryFile.of(path)),
                    scenario.status(),
                    false,
                    scenario.millis(nanoseconds),
                    scenario.failure());
        }
    }
}
