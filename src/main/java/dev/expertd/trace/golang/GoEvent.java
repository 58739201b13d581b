package dev.expertd.trace.golang;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.input.QuotedText;
import dev.expertd.trace.input.RecentText;
import java.io.IOException;

/**
 * The line at hand; what is absent is empty, or below 0. One event serves for all lines, as most of them repeat what the
 * one before said.
 */
final class GoEvent {
    private final RecentText action = new RecentText();
    private final RecentText module = new RecentText();
    private final RecentText test = new RecentText();
    private final RecentText importPath = new RecentText();
    private final RecentText failedBuild = new RecentText();
    private RecentText time = new RecentText();
    private RecentText lastTime = new RecentText();
    private String firstTime = "";
    private final QuotedText output = new QuotedText();
    private double elapsed = -1;

    /** Reads a line to its end. */
    void read(JsonParser json) throws IOException {
        time.forget();
        action.forget();
        module.forget();
        test.forget();
        importPath.forget();
        failedBuild.forget();
        output.forget();
        elapsed = -1;
        JsonValue.fields(json, this::read);
        if (firstTime.isEmpty()) {
            firstTime = time.text();
        }
        if (!time.isEmpty()) {
            RecentText before = lastTime;
            lastTime = time;
            time = before;
        }
    }

    private void read(String key, JsonParser value) throws IOException {
        switch (key) {
            case "Time" -> time.read(value);
            case "Action" -> action.read(value);
            case "Package" -> module.read(value);
            case "Test" -> test.read(value);
            case "Output" -> output.read(value);
            case "Elapsed" -> elapsed = JsonValue.number(value, -1);
            case "ImportPath" -> importPath.read(value);
            case "FailedBuild" -> failedBuild.read(value);
            default -> {}
        }
    }

    /** When the first line was written that says so. */
    String firstTime() {
        return firstTime;
    }

    /** When the last line was written that says so. */
    String lastTime() {
        return lastTime.text();
    }

    String action() {
        return action.text();
    }

    String module() {
        return module.text();
    }

    String test() {
        return test.text();
    }

    QuotedText output() {
        return output;
    }

    String importPath() {
        return importPath.text();
    }

    /** The build because of which a package failed. */
    String failedBuild() {
        return failedBuild.text();
    }

    long millis() {
        return elapsed < 0 ? -1 : Math.round(elapsed * 1000);
    }
}
