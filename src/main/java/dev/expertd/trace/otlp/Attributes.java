package dev.expertd.trace.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.ShortText;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Attributes: {@code [{"key": "rf.status", "value": {"stringValue": "PASS"}}]}, the kind of the value with an underscore
 * in other writers. Only those are kept that say something of a test or an error; agents put whole prompts into others.
 */
final class Attributes {
    static final List<String> COMMIT =
            List.of("vcs.ref.head.revision", "vcs.repository.ref.revision", "git.commit.sha");

    private static final Set<String> WANTED = Set.of(
            "vcs.ref.head.revision",
            "vcs.repository.ref.revision",
            "git.commit.sha",
            "rf.test.name",
            "rf.suite.name",
            "rf.keyword.name",
            "rf.signal",
            "rf.status",
            "test.case.name",
            "test.case.result.status",
            "test.suite.name",
            "test.suite.run.status",
            "test.name",
            "test.status",
            "test.suite",
            "tests.name",
            "tests.status",
            "tests.case.status",
            "tests.case.classname",
            "tests.suite.suitename",
            "pytest.nodeid",
            "pytest.span_type",
            "code.function",
            "code.namespace",
            "code.filepath",
            "code.file.path",
            "exception.type");

    /** Of any length, so they are read only where text is wanted. */
    private static final Set<String> TEXTS = Set.of(
            "exception.message",
            "exception.stacktrace",
            "message",
            "tests.message",
            "tests.case.message",
            "error.message");

    private Attributes() {}

    static Map<String, String> read(JsonParser json, boolean withText) throws IOException {
        Map<String, String> found = new HashMap<>();
        JsonValue.elements(json, attribute -> {
            String[] pair = {"", ""};
            JsonValue.fields(attribute, (key, value) -> {
                switch (key) {
                    case "key" -> pair[0] = ShortText.name(JsonValue.text(value));
                    case "value" -> pair[1] = value(value, isRead(pair[0], withText));
                    default -> {}
                }
            });
            boolean isText = TEXTS.contains(pair[0]);
            if (WANTED.contains(pair[0]) || isText) {
                found.put(pair[0], isText ? ShortText.printed(pair[1]) : ShortText.name(pair[1]));
            }
        });
        return found;
    }

    /** A value may stand before its key; then it may be anything. */
    private static boolean isRead(String key, boolean withText) {
        return WANTED.contains(key) || withText && (key.isEmpty() || TEXTS.contains(key));
    }

    private static String value(JsonParser json, boolean wanted) throws IOException {
        if (!wanted || json.currentToken() != JsonToken.START_OBJECT) {
            return wanted ? JsonValue.word(json) : "";
        }
        String[] value = {""};
        JsonValue.fields(json, (kind, inner) -> {
            String word = inner.currentToken() != null && inner.currentToken().isBoolean()
                    ? inner.getText()
                    : JsonValue.word(inner);
            value[0] = value[0].isEmpty() ? word : value[0];
        });
        return value[0];
    }
}
