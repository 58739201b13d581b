package dev.expertd.trace.tap;

import dev.expertd.model.Failure;
import dev.expertd.trace.failure.PrintedFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a point is not ok: its block of diagnostics, or the comments behind it, as bats and Perl write them. */
final class TapDiagnosis {
    private static final int COMMENTS = 60;
    private static final Pattern ERROR_NAME = Pattern.compile("[\\w.$]{0,200}(?:Error|Exception)");
    private static final Pattern NO_MESSAGE = Pattern.compile("(?:\\d{1,9} subtests? failed)?");
    private static final Pattern PLACE = Pattern.compile(
            "\\s*(?:Failed (?:\\(TODO\\) )?test\\b.*|at \\S.* line \\d+\\.?|\\((?:in test file|from function) .*|in test file .*|Looks like you .*)");
    private static final Pattern BATS_FILE = Pattern.compile("in test file ([^,]{1,400}), line \\d+");

    private final String name;
    private final List<String> comments = new ArrayList<>();
    private final List<String> printed = new ArrayList<>();
    private @Nullable TapYaml yaml;
    private @Nullable TapDiagnosis inner;

    TapDiagnosis(String name) {
        this.name = name;
    }

    /** The block belongs to this point. */
    TapYaml block(int indent) {
        TapYaml block = new TapYaml(indent);
        yaml = yaml == null ? block : yaml;
        return block;
    }

    boolean hasBlock() {
        return yaml != null;
    }

    void comment(String text) {
        if (comments.size() < COMMENTS) {
            comments.add(text);
        }
    }

    /** Mocha writes message and stack below the point, indented and without a block. */
    void printed(String text) {
        if (printed.size() < COMMENTS) {
            printed.add(text);
        }
    }

    /** A point of its subtest failed, which may say more than "1 subtest failed". */
    void inner(@Nullable TapDiagnosis failed) {
        inner = failed == null ? inner : failed;
    }

    Failure failure() {
        String said = first("message", "error", "error.message");
        TapDiagnosis inside = inner;
        if (inside != null && NO_MESSAGE.matcher(said).matches()) {
            return inside.failure();
        }
        String name = first("name", "error.name");
        String type = ERROR_NAME.matcher(name).matches() ? name : "";
        String typed = type.isEmpty() && get("code").equals("ERR_ASSERTION") ? "AssertionError" : type;
        TapYaml block = yaml;
        if (block == null && comments.isEmpty() && !printed.isEmpty()) {
            return PrintedFailure.completed(new Failure(typed, printed.get(0).strip(), String.join("\n", printed)));
        }
        String below = block == null ? String.join("\n", comments) : block.raw();
        String body = get("stack").isEmpty() ? below : get("stack");
        return PrintedFailure.completed(new Failure(typed, said.isEmpty() ? unsaid() : said, body));
    }

    /** Milliseconds; -1 if the block tells no duration. */
    long millis() {
        String duration = get("duration_ms");
        return duration.matches("\\d{1,12}(?:\\.\\d{1,20})?") ? Math.round(Double.parseDouble(duration)) : -1;
    }

    /** The test's file; empty if nothing tells it. */
    String file() {
        for (String comment : comments) {
            Matcher bats = BATS_FILE.matcher(comment);
            if (bats.find()) {
                return bats.group(1);
            }
        }
        return get("at.file").isEmpty() ? get("file") : get("at.file");
    }

    /** Many reporters describe a point by what it asserts, and tell apart only what was expected and what came. */
    private String unsaid() {
        List<String> lines = new ArrayList<>();
        comments.stream()
                .filter(comment -> !PLACE.matcher(comment).matches())
                .map(String::strip)
                .forEach(lines::add);
        if (lines.isEmpty()) {
            lines.add(name);
        }
        for (String key : List.of("expected", "wanted", "actual", "found")) {
            if (!get(key).isEmpty()) {
                lines.add(key + ": " + get(key));
            }
        }
        return String.join("\n", lines).strip();
    }

    private String first(String... keys) {
        return Stream.of(keys)
                .map(this::get)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String get(String key) {
        TapYaml block = yaml;
        return block == null ? "" : block.get(key);
    }
}
