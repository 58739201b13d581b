package dev.expertd.trace.javascript;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.model.Counts;
import dev.expertd.model.Failure;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonFormat;
import dev.expertd.trace.format.JsonOutline;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Peek;
import dev.expertd.trace.format.Times;
import java.io.IOException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Playwright's {@code json} reporter writes.
 *
 * <pre>
 * {"config": {"configFile": "/work/shop/playwright.config.ts", "rootDir": "/work/shop/e2e", ...},
 *  "suites": [                                       one for each file, with the groups inside
 *    {"title": "cart.spec.ts", "file": "cart.spec.ts", "suites": [...],
 *     "specs": [{"title": "adds up", "file": "cart.spec.ts",
 *                "tests": [...]}]}],                 one for each project, see {@link PlaywrightCase}
 *  "errors": [{"message": "..."}],                   of no test: no tests found, a file that does not load, a setup
 *  "stats": {"startTime": "...", "duration": 1118.3, "expected": 1, "unexpected": 0, "flaky": 0, "skipped": 0}}
 * </pre>
 *
 * The stats came late and may be absent; they count tests as the list does. Files are relative to the root, which is the
 * folder of the tests; with the folder of the configuration they become those of the repository.
 */
public final class Playwright extends JsonFormat {
    private static final Pattern STOPPED =
            Pattern.compile("^(?:Error: )?(?:Timed out waiting \\S+ for|Testing stopped early)");

    @Override
    public String name() {
        return "playwright";
    }

    @Override
    public boolean matches(Peek peek) {
        JsonOutline seen = peek.document();
        boolean suites = seen.hasArray("suites");
        boolean told = suites && seen.has("suites", JsonOutline.EACH, "specs");
        boolean configured = seen.has("config", "rootDir")
                && (seen.has("config", "projects")
                        || seen.has("config", "forbidOnly")
                        || seen.has("config", "fullyParallel"));
        return seen.isObject() && (told || configured || suites && seen.hasObject("config"));
    }

    @Override
    protected void read(JsonParser json, Collected into) throws IOException {
        NestedTests tests = new NestedTests();
        PlaywrightSuites suites = new PlaywrightSuites(into, tests);
        PlaywrightConfig config = new PlaywrightConfig();
        Counts[] stated = {Counts.NONE};
        try {
            json.nextToken();
            JsonValue.fields(json, (key, value) -> {
                switch (key) {
                    case "config" -> config.read(value, into);
                    case "suites" -> JsonValue.elements(value, suite -> suites.read(suite, 0));
                    case "errors" -> JsonValue.elements(value, error -> error(ErrorObject.read(error, into), into));
                    case "stats" -> stated[0] = stats(value, into);
                    default -> {}
                }
            });
        } finally {
            tests.into(into, "playwright", config.prefix());
        }
        if (into.size() == 0 && stated[0].total() > 0) {
            into.declare(stated[0]);
        }
    }

    private static void error(@Nullable Failure error, Collected into) {
        if (error != null) {
            into.error(ErrorObject.headed("", error));
            if (STOPPED.matcher(error.message()).find()) {
                into.incomplete("the run was stopped before its end");
            }
        }
    }

    private static Counts stats(JsonParser json, Collected into) throws IOException {
        Stats stats = new Stats();
        JsonValue.fields(json, stats::field);
        into.started(stats.start);
        into.ended(stats.start == null ? null : stats.start.plusMillis(stats.millis));
        return new Counts(
                stats.expected + stats.unexpected + stats.flaky + stats.skipped,
                stats.expected + stats.flaky,
                stats.unexpected,
                0,
                stats.skipped,
                stats.flaky);
    }

    private static final class Stats {
        private @Nullable Instant start;
        private long millis;
        private int expected;
        private int unexpected;
        private int flaky;
        private int skipped;

        private void field(String key, JsonParser json) throws IOException {
            switch (key) {
                case "startTime" -> start = Times.parse(JsonValue.text(json));
                case "duration" -> millis = Math.max(0, Math.round(JsonValue.number(json, 0)));
                case "expected" -> expected = count(json);
                case "unexpected" -> unexpected = count(json);
                case "flaky" -> flaky = count(json);
                case "skipped" -> skipped = count(json);
                default -> {}
            }
        }

        private static int count(JsonParser json) throws IOException {
            return (int) Math.min(1e8, Math.max(0, JsonValue.number(json, 0)));
        }
    }
}
