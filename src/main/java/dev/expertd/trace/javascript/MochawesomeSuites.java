package dev.expertd.trace.javascript;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonValue;
import java.io.IOException;

/** The suites of a mochawesome report. A hook that failed is a failure of no test; the tests it kept from running are skipped. */
final class MochawesomeSuites {
    private final Collected into;
    private final NestedTests tests;

    private static final class Suite {
        private String title = "";
        private String file = "";
        private String fullFile = "";
    }

    MochawesomeSuites(Collected into, NestedTests tests) {
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
        Suite suite = new Suite();
        try {
            JsonValue.fields(json, (key, value) -> {
                switch (key) {
                    case "title" -> suite.title = JsonValue.text(value);
                    case "file" -> suite.file = JsonValue.text(value);
                    case "fullFile" -> suite.fullFile = JsonValue.text(value);
                    case "beforeHooks", "afterHooks" -> JsonValue.elements(value, this::hook);
                    case "tests" -> JsonValue.elements(value, this::test);
                    case "suites" -> JsonValue.elements(value, inner -> read(inner, depth + 1));
                    default -> {}
                }
            });
        } finally {
            tests.within(from, suite.title, file(suite));
        }
    }

    /** The file is the whole path without the working directory, which leaves a slash before it. */
    private static String file(Suite suite) {
        boolean cut = suite.fullFile.length() > suite.file.length() && suite.fullFile.endsWith(suite.file);
        return cut && (suite.file.startsWith("/") || suite.file.startsWith("\\"))
                ? suite.file.substring(1)
                : suite.file;
    }

    private void test(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            MochawesomeCase test = MochawesomeCase.read(json, into);
            tests.add(test.title(), test.status(), test.isFlaky(), test.millis(), test.bounded(into));
        }
    }

    private void hook(JsonParser json) throws IOException {
        MochawesomeCase hook = MochawesomeCase.read(json, into);
        if (hook.isBroken()) {
            into.error(ErrorObject.headed(hook.fullTitle(), hook.failure()));
        }
    }
}
