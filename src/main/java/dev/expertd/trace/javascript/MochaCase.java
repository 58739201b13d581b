package dev.expertd.trace.javascript;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.model.TestCase;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.RepositoryFile;
import dev.expertd.trace.format.TestId;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A test, or a hook, as one of Mocha's lists holds it.
 *
 * @param suite the titles around it; Mocha joins them with spaces
 * @param millis -1 for a test that did not run
 */
record MochaCase(
        String id,
        String title,
        String suite,
        String file,
        long millis,
        boolean retried,
        @Nullable Failure failure) {
    private static final Pattern NO_TEST = Pattern.compile(
            "^(?:\"(?:before|after)(?: each| all)\" hook\\b|Uncaught error outside test suite).*", Pattern.DOTALL);

    private static final class Fields {
        private String title = "";
        private String fullTitle = "";
        private String file = "";
        private long millis = -1;
        private boolean retried;
        private @Nullable Failure failure;

        private void field(String key, JsonParser json, Collected into) throws IOException {
            switch (key) {
                case "title" -> title = JsonValue.text(json);
                case "fullTitle" -> fullTitle = JsonValue.text(json);
                case "file" -> file = JsonValue.text(json);
                case "duration" -> millis = Math.round(JsonValue.number(json, -1));
                case "currentRetry" -> retried = JsonValue.number(json, 0) > 0;
                case "err" -> failure = ErrorObject.read(json, into);
                default -> {}
            }
        }

        private MochaCase toTest(Collected into) {
            String name = title.isEmpty() ? fullTitle : title;
            String suite = fullTitle.endsWith(name)
                    ? fullTitle.substring(0, fullTitle.length() - name.length()).strip()
                    : fullTitle;
            String id = TestId.of("mocha", file, suite + ' ' + name);
            return new MochaCase(
                    id, name, suite, file, millis, retried, failure == null ? null : into.bounded(failure));
        }
    }

    /** Reads the test at hand. */
    static MochaCase read(JsonParser json, Collected into) throws IOException {
        Fields fields = new Fields();
        JsonValue.fields(json, (key, value) -> fields.field(key, value, into));
        return fields.toTest(into);
    }

    /** True for what failed outside of any test. */
    boolean isNoTest() {
        return NO_TEST.matcher(title).matches();
    }

    void into(Collected into, Status status, @Nullable Failure told) {
        boolean flaky = retried && status == Status.PASSED;
        into.add(new TestCase(id, title, suite, RepositoryFile.of(file)), status, flaky, millis, told);
    }
}
