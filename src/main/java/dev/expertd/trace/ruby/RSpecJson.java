package dev.expertd.trace.ruby;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.model.Counts;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonFormat;
import dev.expertd.trace.format.JsonOutline;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Occurrences;
import dev.expertd.trace.format.Peek;
import java.io.IOException;

/**
 * What {@code rspec --format json} writes.
 *
 * <pre>
 * {"version": "3.13.0", "messages": ["An error occurred while loading ./spec/a_spec.rb. ..."],
 *  "examples": [{"id": "./spec/cart_spec.rb[1:1]", "description": "adds up", "full_description": "Cart adds up",
 *                "status": "failed", "file_path": "./spec/cart_spec.rb", "run_time": 0.02,        seconds
 *                "exception": {"class": "...", "message": "...", "backtrace": ["..."]}}],
 *  "summary": {"example_count": 1, "failure_count": 1, "pending_count": 0, "errors_outside_of_examples_count": 1},
 *  "summary_line": "1 example, 1 failure, 1 error occurred outside of examples"}
 * </pre>
 *
 * A file that does not load has no example: with 8 such errors and 0 examples the run failed. An example that did not
 * end has the status {@code ""}.
 */
public final class RSpecJson extends JsonFormat {
    private static final String OUTSIDE = "An error occurred ";

    @Override
    public String name() {
        return "rspec";
    }

    @Override
    public boolean matches(Peek peek) {
        JsonOutline seen = peek.document();
        boolean summed = seen.has("summary_line") || seen.has("summary", "example_count");
        boolean listed = seen.has("examples", JsonOutline.EACH, "full_description");
        boolean broken = seen.has("version")
                && seen.texts("messages", JsonOutline.EACH).stream().anyMatch(RSpecJson::isOutside);
        return seen.isObject() && (seen.hasArray("examples") && (summed || listed) || broken);
    }

    @Override
    protected void read(JsonParser json, Collected into) throws IOException {
        Summary summary = new Summary();
        Occurrences names = new Occurrences();
        json.nextToken();
        JsonValue.fields(json, (key, value) -> {
            switch (key) {
                case "messages" ->
                    JsonValue.elements(value, message -> {
                        String text = into.withText() ? JsonValue.text(message) : "";
                        if (isOutside(text)) {
                            into.error(text);
                            summary.errorsTold++;
                        }
                    });
                case "examples" ->
                    JsonValue.elements(value, example -> {
                        if (example.currentToken() == JsonToken.START_OBJECT) {
                            RSpecExample read = new RSpecExample(into.withText());
                            JsonValue.fields(example, read::field);
                            summary.listedRed |= read.into(into, names);
                            summary.listed++;
                        }
                    });
                case "summary" -> JsonValue.fields(value, summary::field);
                default -> {}
            }
        });
        summary.into(into);
    }

    private static boolean isOutside(String message) {
        return message.stripLeading().startsWith(OUTSIDE);
    }

    /** What the summary states, against what was told. */
    private static final class Summary {
        private int examples;
        private int failed;
        private int pending;
        private int errors;
        private int errorsTold;
        private int listed;
        private boolean listedRed;

        void field(String key, JsonParser json) throws IOException {
            int count = (int) Math.max(0, JsonValue.number(json, 0));
            switch (key) {
                case "example_count" -> examples = count;
                case "failure_count" -> failed = count;
                case "pending_count" -> pending = count;
                case "errors_outside_of_examples_count" -> errors = count;
                default -> {}
            }
        }

        void into(Collected into) {
            if (errors > 0 && errorsTold == 0) {
                into.error(errors + " errors occurred outside of examples");
            }
            if (listed == 0 && examples > 0) {
                into.declare(new Counts(examples, Math.max(0, examples - failed - pending), failed, 0, pending, 0));
            } else if (failed > 0 && !listedRed && errorsTold == 0 && errors == 0) {
                into.error(failed + " examples failed that are not listed");
            }
        }
    }
}
