package dev.expertd.trace.generic;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonFormat;
import dev.expertd.trace.format.JsonOutline;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Peek;
import java.io.IOException;
import java.util.Set;

/**
 * What scripts write that have no format, and the test runners of Exercism.
 *
 * <pre>
 * {"tests": [{"name": "adds up", "status": "fail", "message": "..."}]}
 * {"version": 2, "status": "error", "message": "it does not compile", "tests": []}
 * {"finished_at": "", "checks": [{"name": "total", "passed": false, "detail": "..."}]}
 * </pre>
 *
 * It is the least particular of all formats and comes last; what bears the mark of another one is refused.
 */
public final class GenericTests extends JsonFormat {
    private static final Set<String> FOREIGN = Set.of(
            "results",
            "reportFormat",
            "exitcode",
            "collectors",
            "testResults",
            "numTotalTests",
            "passes",
            "failures",
            "examples",
            "suites",
            "resourceSpans",
            "observations",
            "trajectory",
            "samples");

    /** All that a report of Exercism without tests may hold. */
    private static final Set<String> EXERCISM = Set.of("version", "status", "message", "tests", "message-type");

    private static final Set<String> VERDICTS = Set.of("pass", "fail", "error");

    @Override
    public String name() {
        return "generic";
    }

    @Override
    public boolean matches(Peek peek) {
        JsonOutline seen = peek.document();
        return seen.isObject()
                && seen.keys().stream().noneMatch(FOREIGN::contains)
                && (isList(seen, "tests") || isList(seen, "checks") || isWithoutTests(seen));
    }

    private static boolean isList(JsonOutline seen, String key) {
        boolean named = GenericTest.NAMES.stream().anyMatch(name -> seen.has(key, JsonOutline.EACH, name));
        boolean worded = !seen.texts(key, JsonOutline.EACH, "status").isEmpty();
        return worded && named || seen.has(key, JsonOutline.EACH, "passed");
    }

    private static boolean isWithoutTests(JsonOutline seen) {
        boolean listed = seen.has("tests", JsonOutline.EACH);
        return VERDICTS.contains(seen.text("status"))
                && !listed
                && (seen.has("tests") || seen.has("version"))
                && EXERCISM.containsAll(seen.keys());
    }

    @Override
    protected void read(JsonParser json, Collected into) throws IOException {
        GenericRun run = new GenericRun(into);
        json.nextToken();
        JsonValue.fields(json, (key, value) -> {
            if (key.equals("tests") || key.equals("checks")) {
                JsonValue.elements(value, element -> {
                    if (element.currentToken() == JsonToken.START_OBJECT) {
                        run.test(element);
                    }
                });
            } else {
                run.field(key, value);
            }
        });
        run.ends();
    }
}
