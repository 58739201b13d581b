package dev.expertd.trace.bazel;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.JsonValue;
import dev.expertd.trace.format.Times;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The events of one build. A target that does not build, an analysis that breaks and an exit code that nothing explains
 * are run errors. Without the build's end it is incomplete only if a test lacks its summary: some tools hand on a part of
 * the stream.
 */
final class BazelBuild {
    private static final int DEPTH = 4;
    private static final Set<String> COMMITS =
            Set.of("COMMIT_SHA", "GIT_COMMIT", "STABLE_GIT_COMMIT", "STABLE_COMMIT_SHA", "BUILD_SCM_REVISION");

    /** Texts of one event that are looked at, by path; the labels, states and counts of a build, never what it printed. */
    private static final Set<String> LONG = Set.of("stderr", "stdout", "children", "testActionOutput", "executionInfo");

    private final Collected into;
    private final Map<String, BazelTarget> targets = new LinkedHashMap<>();
    private boolean finished;
    private boolean failed;

    BazelBuild(Collected into) {
        this.into = into;
    }

    void event(JsonParser json) throws IOException {
        Map<String, String> seen = new LinkedHashMap<>();
        look(json, "", seen, 0);
        String label = first(seen, "id.testSummary.label", "id.testResult.label");
        if (seen.containsKey("aborted")) {
            aborted(label, seen);
        } else if (seen.containsKey("testResult") && !label.isEmpty()) {
            result(label, seen);
        } else if (seen.containsKey("testSummary") && !label.isEmpty()) {
            target(label, seen)
                    .sum(text(seen, "testSummary.overallStatus"), number(seen, "testSummary.totalRunDurationMillis"));
        } else if (seen.containsKey("completed")
                && !text(seen, "completed.success").equals("true")) {
            error(
                    text(seen, "id.targetCompleted.label") + ": build failed",
                    text(seen, "completed.failureDetail.message"));
        } else if (seen.containsKey("started")) {
            into.started(time(seen, "started.startTimeMillis", "started.startTime"));
        } else if (seen.containsKey("finished")) {
            finished(seen);
        }
        if (text(seen, "lastMessage").equals("true")) {
            finished = true;
        }
    }

    /** Hands on what was read; to be called even if reading stops. */
    void close() {
        targets.values().forEach(target -> target.tell(into));
        if (!finished && targets.values().stream().anyMatch(target -> !target.isSummed())) {
            into.incomplete("the build did not end");
        }
    }

    private void result(String label, Map<String, String> seen) {
        String part = text(seen, "id.testResult.run") + ' ' + text(seen, "id.testResult.shard");
        into.started(time(seen, "testResult.testAttemptStartMillisEpoch", "testResult.testAttemptStart"));
        target(label, seen)
                .attempt(
                        part,
                        text(seen, "testResult.status"),
                        text(seen, "testResult.statusDetails"),
                        number(seen, "testResult.testAttemptDurationMillis"));
    }

    private void aborted(String label, Map<String, String> seen) {
        String reason = text(seen, "aborted.reason");
        String description = text(seen, "aborted.description");
        switch (reason) {
            case "USER_INTERRUPTED", "TIME_OUT", "OUT_OF_MEMORY" -> into.incomplete("the build was aborted: " + reason);
            case "ANALYSIS_FAILURE", "LOADING_FAILURE", "INTERNAL", "REMOTE_ENVIRONMENT_FAILURE" ->
                error(reason, description);
            default -> {}
        }
        if (!label.isEmpty()) {
            target(label, seen).sum(reason, -1);
        }
    }

    private void finished(Map<String, String> seen) {
        finished = true;
        into.ended(time(seen, "finished.finishTimeMillis", "finished.finishTime"));
        String code = text(seen, "finished.exitCode.code");
        String name = text(seen, "finished.exitCode.name");
        if (code.equals("8")) {
            into.incomplete("the build was interrupted");
        } else if (!failed && !Set.of("", "0", "3", "4").contains(code)) {
            error(name, text(seen, "finished.failureDetail.message"));
        }
    }

    private void error(String what, String why) {
        failed = true;
        into.error(why.isEmpty() ? what : what + ": " + why);
    }

    private BazelTarget target(String label, Map<String, String> seen) {
        String configuration = first(seen, "id.testSummary.configuration.id", "id.testResult.configuration.id");
        if (targets.size() >= Collected.RESULTS) {
            into.incomplete("it holds more than " + Collected.RESULTS + " tests");
            return new BazelTarget(label);
        }
        return targets.computeIfAbsent(label + ' ' + configuration, key -> new BazelTarget(label));
    }

    private void look(JsonParser json, String path, Map<String, String> seen, int depth) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT && depth < DEPTH) {
            seen.put(path, "");
            JsonValue.fields(json, (key, value) -> {
                if (!LONG.contains(key)) {
                    look(value, path.isEmpty() ? key : path + '.' + key, seen, depth + 1);
                }
            });
        } else if (json.currentToken() == JsonToken.START_ARRAY && path.endsWith(".item")) {
            JsonValue.elements(json, this::item);
        } else if (json.currentToken().isScalarValue()) {
            seen.put(path, value(json));
            if (path.startsWith("buildMetadata.metadata.")
                    && COMMITS.contains(path.substring(path.lastIndexOf('.') + 1))) {
                into.commit(value(json));
            }
        }
    }

    private void item(JsonParser json) throws IOException {
        Map<String, String> item = new LinkedHashMap<>();
        look(json, "", item, 0);
        if (COMMITS.contains(text(item, "key"))) {
            into.commit(text(item, "value"));
        }
    }

    private static String value(JsonParser json) throws IOException {
        return JsonValue.isTrue(json) ? "true" : JsonValue.word(json);
    }

    private static @Nullable Instant time(Map<String, String> seen, String millis, String iso) {
        long at = number(seen, millis);
        return at < 0 ? Times.parse(text(seen, iso)) : Instant.ofEpochMilli(at);
    }

    private static long number(Map<String, String> seen, String path) {
        String text = text(seen, path);
        return text.matches("[0-9]{1,15}") ? Long.parseLong(text) : -1;
    }

    private static String first(Map<String, String> seen, String one, String other) {
        return text(seen, one).isEmpty() ? text(seen, other) : text(seen, one);
    }

    private static String text(Map<String, String> seen, String path) {
        return seen.getOrDefault(path, "");
    }
}
