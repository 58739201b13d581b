package dev.expertd.trace.javascript;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonValue;
import java.io.IOException;

/** The suites and specs of a Playwright report. The outermost suite is the file. */
final class PlaywrightSuites {
    private final Collected into;
    private final NestedTests tests;

    PlaywrightSuites(Collected into, NestedTests tests) {
        this.into = into;
        this.tests = tests;
    }

    /** Reads the suite at hand, which stands in so many others. */
    void read(JsonParser json, int depth) throws IOException {
        if (depth > NestedTests.DEPTH) {
            into.incomplete("its suites are nested too deep");
            json.skipChildren();
            return;
        }
        int from = tests.size();
        String[] told = {"", ""};
        try {
            JsonValue.fields(json, (key, value) -> {
                switch (key) {
                    case "title" -> told[0] = JsonValue.text(value);
                    case "file" -> told[1] = JsonValue.text(value);
                    case "specs" -> JsonValue.elements(value, this::spec);
                    case "suites" -> JsonValue.elements(value, inner -> read(inner, depth + 1));
                    default -> {}
                }
            });
        } finally {
            boolean isFile = depth == 0 && (told[1].isEmpty() || told[0].equals(told[1]));
            tests.within(from, isFile ? "" : told[0], told[1].isEmpty() && isFile ? told[0] : told[1]);
        }
    }

    private void spec(JsonParser json) throws IOException {
        int from = tests.size();
        String[] told = {"", ""};
        PlaywrightSpec spec = new PlaywrightSpec(into);
        try {
            JsonValue.fields(json, (key, value) -> {
                switch (key) {
                    case "title" -> told[0] = JsonValue.text(value);
                    case "file" -> told[1] = JsonValue.text(value);
                    case "tests" -> JsonValue.elements(value, spec::test);
                    default -> {}
                }
            });
        } finally {
            spec.into(tests, told[0]);
            tests.within(from, "", told[1]);
        }
    }
}
