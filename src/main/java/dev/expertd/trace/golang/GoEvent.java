package dev.expertd.trace.golang;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.input.LikeLine;
import dev.expertd.trace.input.LineParser;
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
    private final RecentText lastTime = new RecentText();
    private final QuotedText time = new QuotedText();
    private final LikeLine like = new LikeLine();
    private String firstTime = "";
    private final QuotedText output = new QuotedText();
    private double elapsed = -1;

    /** Reads a line to its end. */
    void read(JsonParser json) throws IOException {
        like.forget();
        time.forget();
        action.forget();
        module.forget();
        test.forget();
        importPath.forget();
        failedBuild.forget();
        output.forget();
        elapsed = -1;
        JsonValue.fields(json, this::read);
        if (json instanceof LineParser line) {
            like.learn(line, time, output);
        }
        keepTime();
    }

    /** Reads a line that is like the last one. Returns where the next one begins; the same place if it is not. */
    int again(byte[] bytes, int from, int to) {
        int next = like.read(bytes, from, to, time, output);
        if (next > from) {
            keepTime();
        }
        return next;
    }

    private void keepTime() {
        if (time.isEmpty()) {
            return;
        }
        if (firstTime.isEmpty()) {
            firstTime = time.text();
        }
        lastTime.hold(time);
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
