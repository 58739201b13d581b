package dev.expertd.trace.golang;

import dev.expertd.trace.format.JsonLines;
import dev.expertd.trace.format.JsonLinesFormat;
import dev.expertd.trace.format.JsonOutline;
import dev.expertd.trace.format.Peek;
import java.util.Set;

/**
 * What {@code go test -json} and gotestsum's {@code --jsonfile} write, one event a line:
 *
 * <pre>
 * {"Time":"2026-03-02T09:30:00Z","Action":"run","Package":"example.com/shop","Test":"TestTotal/empty"}
 * {"Time":"2026-03-02T09:30:01Z","Action":"fail","Package":"example.com/shop","Test":"TestTotal/empty","Elapsed":0.25}
 * </pre>
 *
 * Times are in seconds. A test with subtests counts as one itself. See {@link GoPackage} for what is made of events that
 * are missing or come again.
 */
public final class GoTestJson extends JsonLinesFormat {
    private static final Set<String> ACTIONS = Set.of(
            "start", "run", "pause", "cont", "pass", "bench", "fail", "output", "skip", "build-output", "build-fail");

    @Override
    public String name() {
        return "go-test";
    }

    @Override
    public boolean matches(Peek peek) {
        return anyLine(peek, GoTestJson::isEvent);
    }

    @Override
    public JsonLines lines() {
        return new GoRun();
    }

    private static boolean isEvent(JsonOutline line) {
        return ACTIONS.contains(line.text("Action"))
                && (line.has("Package") || line.has("Test") || line.has("ImportPath"));
    }
}
