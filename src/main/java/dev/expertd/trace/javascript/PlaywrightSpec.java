package dev.expertd.trace.javascript;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.trace.format.Collected;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The tests of one spec, which has the same title in every project: the browsers, as a rule. */
final class PlaywrightSpec {
    private final Collected into;
    private final List<PlaywrightCase> tests = new ArrayList<>();

    PlaywrightSpec(Collected into) {
        this.into = into;
    }

    void test(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT && tests.size() <= Collected.RESULTS) {
            tests.add(PlaywrightCase.read(json, into));
        }
    }

    /** A project is to a test what a parameter is. */
    void into(NestedTests all, String title) {
        for (PlaywrightCase test : tests) {
            String name = test.project().isEmpty() ? title : title + " [" + test.project() + "]";
            all.add(name, test.status(), test.isFlaky(), test.millis(), test.failure());
        }
    }
}
