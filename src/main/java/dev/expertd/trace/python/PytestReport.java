package dev.expertd.trace.python;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonFormat;
import dev.expertd.trace.format.JsonOutline;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Peek;
import java.io.IOException;

/**
 * What pytest-json-report writes.
 *
 * <pre>
 * {"created": 1772443800.5, "duration": 4.25,          seconds; created when the session ended
 *  "exitcode": 1, "root": "/srv/shop",
 *  "summary": {"passed": 2, "failed": 1, "total": 3, "collected": 4, "deselected": 1},
 *  "collectors": [{"nodeid": "tests/test_cart.py", "outcome": "failed", "longrepr": "..."}],
 *  "tests": [{"nodeid": "tests/test_cart.py::TestCart::test_total[7]", "outcome": "failed",
 *             "setup": {...}, "call": {"duration": 0.02, "outcome": "failed", "longrepr": "...",
 *             "crash": {"path": "...", "lineno": 7, "message": "AssertionError: ..."}}, "teardown": {...}}]}
 * </pre>
 *
 * Node ids are relative to the root. A report that only sums up has no tests; one whose keys are sorted begins with its
 * collectors.
 */
public final class PytestReport extends JsonFormat {
    @Override
    public String name() {
        return "pytest-json";
    }

    @Override
    public boolean matches(Peek peek) {
        JsonOutline seen = peek.document();
        boolean ended =
                seen.has("exitcode") && (seen.has("collectors") || seen.has("summary") || seen.hasArray("tests"));
        boolean told =
                seen.has("tests", JsonOutline.EACH, "nodeid") || seen.has("collectors", JsonOutline.EACH, "nodeid");
        return seen.isObject() && (ended || told);
    }

    @Override
    protected void read(JsonParser json, Collected into) throws IOException {
        PytestSession session = new PytestSession(into);
        json.nextToken();
        JsonValue.fields(json, (key, value) -> {
            switch (key) {
                case "created" -> session.created(JsonValue.number(value, -1));
                case "duration" -> session.lasted(JsonValue.number(value, -1));
                case "exitcode" -> session.exited((int) JsonValue.number(value, -1));
                case "summary" -> session.summary(value);
                case "collectors" -> JsonValue.elements(value, session::collector);
                case "tests" -> JsonValue.elements(value, session::test);
                default -> {}
            }
        });
        session.ends();
    }
}
