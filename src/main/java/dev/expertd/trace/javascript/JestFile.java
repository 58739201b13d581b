package dev.expertd.trace.javascript;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.model.Failure;
import dev.expertd.trace.failure.ThrownError;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Times;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One file of a Jest or Vitest report. Its name stands behind its tests. */
final class JestFile {
    /** What Jest prints above the reason; in colours. */
    private static final Pattern HEADING = Pattern.compile(
            "^(?:\\s++|\\x1b\\[[0-9;]{0,8}m){0,20}+\u25cf.{0,40}Test suite failed to run.{0,20}\\R", Pattern.DOTALL);

    /** Where the excerpt of the source begins, below the reason. */
    private static final Pattern EXCERPT =
            Pattern.compile("\\R[ \\t]{0,40}\\R(?=[^\\r\\n]{0,40}\\d{1,6} ?(?:\\x1b\\[[0-9;]{0,8}m){0,4}[|\u2502])");

    private final List<JestCase> tests = new ArrayList<>();
    private String name = "";
    private String status = "";
    private String message = "";
    private @Nullable Failure notRun;

    private JestFile() {}

    /** Reads the file at hand; true if anything of it failed. */
    static boolean read(JsonParser json, Collected into) throws IOException {
        JestFile file = new JestFile();
        try {
            JsonValue.fields(json, (key, value) -> file.field(key, value, into));
        } finally {
            file.tests.forEach(test -> test.into(into, file.name));
        }
        return file.close(into);
    }

    private void field(String key, JsonParser json, Collected into) throws IOException {
        switch (key) {
            case "assertionResults", "testResults" ->
                JsonValue.elements(json, test -> {
                    if (test.currentToken() == JsonToken.START_OBJECT && tests.size() <= Collected.RESULTS) {
                        tests.add(JestCase.read(test, into));
                    }
                });
            case "name", "testFilePath" -> name = JsonValue.text(json);
            case "status" -> status = JsonValue.text(json);
            case "message", "failureMessage" -> message = into.withText() ? JestCase.cut(JsonValue.text(json)) : "";
            case "testExecError" -> notRun = ErrorObject.read(json, into);
            case "startTime" -> into.started(Times.ofEpoch(JsonValue.number(json, -1)));
            case "endTime" -> into.ended(Times.ofEpoch(JsonValue.number(json, -1)));
            case "perfStats" ->
                JsonValue.fields(json, (part, time) -> {
                    if (part.equals("end")) {
                        into.ended(Times.ofEpoch(JsonValue.number(time, -1)));
                    }
                });
            default -> {}
        }
    }

    private boolean close(Collected into) {
        boolean red = tests.stream().anyMatch(JestCase::isRed);
        if (red || !status.equals("failed") && notRun == null) {
            return red;
        }
        String reason = EXCERPT.split(HEADING.matcher(message).replaceFirst(""), 2)[0];
        Failure told = notRun == null ? ThrownError.of("", reason, "") : notRun;
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        boolean silent = told.type().isBlank() && told.message().isBlank();
        into.error(silent ? file + ": failed with no test failed" : ErrorObject.headed(file, told));
        return true;
    }
}
