package dev.expertd.trace.ctrf;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonFormat;
import dev.expertd.trace.format.JsonOutline;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Peek;
import java.io.IOException;
import java.util.Arrays;

/**
 * The Common Test Report Format.
 *
 * <pre>
 * {"reportFormat": "CTRF", "specVersion": "1.0.0",        both came late
 *  "results": {
 *    "tool": {"name": "playwright"},
 *    "summary": {"tests": 1, "passed": 1, "failed": 0, ..., "start": 1772443800000, "stop": 1772443801000},
 *    "environment": {"commit": "4f1c9a7"},
 *    "tests": [...]}}                                     see {@link CtrfCase}
 * </pre>
 *
 * People cut the head off and wrap the rest: a list of such documents, or of {@code {"tests": [...]}} alone, is read as
 * one run. Start and stop are milliseconds; some reporters write seconds.
 */
public final class Ctrf extends JsonFormat {
    private static final String[] RESULTS = {"results"};
    private static final String[] EACH_RESULTS = {JsonOutline.EACH, "results"};
    private static final String[] EACH = {JsonOutline.EACH};

    @Override
    public String name() {
        return "ctrf";
    }

    @Override
    public boolean matches(Peek peek) {
        JsonOutline seen = peek.document();
        if (seen.isObject()) {
            return isResults(seen, RESULTS) || seen.text("reportFormat").equals("CTRF");
        }
        boolean bare = seen.has(JsonOutline.EACH, "tests", JsonOutline.EACH, "name")
                && seen.has(JsonOutline.EACH, "tests", JsonOutline.EACH, "status");
        return seen.isArray() && (isResults(seen, EACH_RESULTS) || isResults(seen, EACH) || bare);
    }

    private static boolean isResults(JsonOutline seen, String... path) {
        boolean headed = seen.has(with(path, "tool")) && seen.has(with(path, "summary", "tests"));
        boolean wrapped = path.length > 0 && path[path.length - 1].equals("results");
        return headed || wrapped && seen.hasArray(with(path, "tests"));
    }

    private static String[] with(String[] path, String... more) {
        String[] all = Arrays.copyOf(path, path.length + more.length);
        System.arraycopy(more, 0, all, path.length, more.length);
        return all;
    }

    @Override
    protected void read(JsonParser json, Collected into) throws IOException {
        CtrfResults results = new CtrfResults(into);
        if (json.nextToken() == JsonToken.START_ARRAY) {
            JsonValue.elements(json, document -> document(document, results));
        } else {
            document(json, results);
        }
        results.close();
    }

    private static void document(JsonParser json, CtrfResults results) throws IOException {
        JsonValue.fields(json, (key, value) -> {
            if (key.equals("results")) {
                JsonValue.fields(value, results::field);
            } else {
                results.field(key, value);
            }
        });
    }
}
