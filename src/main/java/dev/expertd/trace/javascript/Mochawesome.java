package dev.expertd.trace.javascript;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.model.Counts;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonFormat;
import dev.expertd.trace.format.JsonOutline;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Peek;
import java.io.IOException;

/**
 * What the reporter mochawesome writes, for Mocha and for Cypress.
 *
 * <pre>
 * {"stats": {"tests": 2, "passes": 1, "failures": 1, "start": "...", "end": "...", "testsRegistered": 2, ...},
 *  "results": [                                   the root suites; {@code [false]} if nothing ran
 *    {"title": "", "fullFile": "/work/shop/test/cart.js", "file": "/test/cart.js", "suites": [...],
 *     "beforeHooks": [...], "afterHooks": [...],  each like a test, and failed or not
 *     "tests": [{"title": "adds up", "fullTitle": "Cart adds up", "state": "passed", "duration": 3,
 *                "pass": true, "fail": false, "pending": false, "skipped": false, "err": {}}]}]}
 * </pre>
 *
 * The stats leave out skipped tests and count hooks that failed. Versions up to 3 call the root suite {@code suites}.
 */
public final class Mochawesome extends JsonFormat {
    @Override
    public String name() {
        return "mochawesome";
    }

    @Override
    public boolean matches(Peek peek) {
        JsonOutline seen = peek.document();
        boolean marked = seen.has("stats", "testsRegistered")
                || seen.has("stats", "passPercent")
                || seen.has("meta", "mochawesome");
        boolean told = seen.hasArray("results", JsonOutline.EACH, "suites")
                || seen.hasArray("results", JsonOutline.EACH, "beforeHooks");
        boolean old = seen.hasArray("suites", "suites") || seen.hasArray("suites", "tests");
        boolean counted = seen.has("stats", "passes");
        return seen.isObject() && (seen.has("results") && (marked || counted && told) || counted && old);
    }

    @Override
    protected void read(JsonParser json, Collected into) throws IOException {
        NestedTests tests = new NestedTests();
        MochawesomeSuites suites = new MochawesomeSuites(into, tests);
        Counts[] stated = {Counts.NONE};
        try {
            json.nextToken();
            JsonValue.fields(json, (key, value) -> {
                switch (key) {
                    case "stats" -> stated[0] = MochaStats.read(value, into);
                    case "results", "suites" -> {
                        if (value.currentToken() == JsonToken.START_OBJECT) {
                            suites.read(value, 0);
                        } else {
                            JsonValue.elements(value, suite -> suites.read(suite, 0));
                        }
                    }
                    default -> {}
                }
            });
        } finally {
            tests.into(into, name(), "");
        }
        if (into.size() == 0 && stated[0].total() > 0) {
            into.declare(stated[0]);
        }
    }
}
