package dev.expertd.trace.javascript;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.model.Counts;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonFormat;
import dev.expertd.trace.format.JsonOutline;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Peek;
import java.io.IOException;
import java.util.List;

/**
 * What Mocha's {@code json} reporter writes.
 *
 * <pre>
 * {"stats": {"tests": 2, "passes": 1, "pending": 0, "failures": 1, "start": "...", "end": "...", "duration": 5},
 *  "tests": [{"title": "adds up", "fullTitle": "Cart totals adds up", "file": "/work/shop/cart.spec.js",
 *             "duration": 3, "currentRetry": 0, "err": {}}],
 *  "pending": [], "failures": [...], "passes": [...]}
 * </pre>
 *
 * The last three hold each test once more, under its verdict; a hook that failed stands among the failures alone. Only
 * the last attempt at a test is written. Older versions leave out {@code file}, {@code pending} or {@code err}.
 */
public final class Mocha extends JsonFormat {
    private static final List<String> LISTS = List.of("tests", "passes", "failures", "pending");

    @Override
    public String name() {
        return "mocha";
    }

    @Override
    public boolean matches(Peek peek) {
        JsonOutline seen = peek.document();
        boolean counted = seen.has("stats", "passes") && seen.has("stats", "failures") && seen.has("stats", "suites");
        boolean listed = LISTS.stream().anyMatch(list -> seen.has(list, JsonOutline.EACH, "fullTitle"));
        boolean lists = LISTS.stream().anyMatch(seen::hasArray);
        return seen.isObject() && !seen.has("results") && !seen.has("suites") && (listed || counted && lists);
    }

    @Override
    protected void read(JsonParser json, Collected into) throws IOException {
        MochaTests tests = new MochaTests(into);
        Counts[] stated = {Counts.NONE};
        try {
            json.nextToken();
            JsonValue.fields(json, (key, value) -> {
                switch (key) {
                    case "stats" -> stated[0] = MochaStats.read(value, into);
                    case "tests", "passes", "failures", "pending" -> {
                        tests.open(key);
                        JsonValue.elements(value, test -> tests.read(test, key));
                    }
                    default -> {}
                }
            });
        } finally {
            tests.close();
        }
        if (into.size() == 0 && stated[0].total() > 0) {
            into.declare(stated[0]);
        }
    }
}
