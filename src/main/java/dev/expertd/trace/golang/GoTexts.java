package dev.expertd.trace.golang;

import dev.expertd.model.Failure;
import dev.expertd.trace.failure.PrintedFailure;
import dev.expertd.trace.format.BoundedText;
import dev.expertd.trace.format.Collected;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What tests print, within bounds for the whole run: of many that print at the same time some are not listened to. */
final class GoTexts {
    private static final int AT_A_TIME = 1_000;

    /** What the runner itself says between the lines of a test. */
    private static final Pattern RUNNERS = Pattern.compile(
            "\\s*(?:=== (?:RUN|PAUSE|CONT|NAME|ATTR|ARTIFACTS)\\b.*|--- (?:FAIL|PASS|SKIP|BENCH): .*|PASS|FAIL|exit status \\d+|(?:FAIL|ok)\\t.*)");

    /** Go 1.14 wrote the test before the place. */
    private static final Pattern BEFORE_PLACE =
            Pattern.compile("^(\\s{1,40})\\S{1,300}: (?=\\S{1,200}\\.go:\\d{1,7}: )");

    private final Collected bounds = new Collected(true);
    private int open;
    private int tests;

    /** True if one more test may be remembered. */
    boolean mayAdd() {
        return tests++ < Collected.RESULTS;
    }

    /** Adds to what a test printed; null and null again if it is not listened to. */
    @Nullable
    BoundedText add(@Nullable BoundedText text, String output) {
        if (text == null && (open >= AT_A_TIME || isRunners(output))) {
            return null;
        }
        BoundedText more = text;
        if (more == null) {
            open++;
            more = new BoundedText();
        }
        more.append(output);
        return more;
    }

    /** A text is no longer needed. */
    void drop(@Nullable BoundedText text) {
        open -= text == null ? 0 : 1;
    }

    /** Null if nothing was printed that tells of a failure. */
    @Nullable
    Failure failure(@Nullable BoundedText text) {
        List<String> lines = lines(text);
        return lines.stream().allMatch(String::isBlank) ? null : bounds.bounded(PrintedFailure.ofLog(lines));
    }

    static List<String> lines(@Nullable BoundedText text) {
        return text == null
                ? List.of()
                : text.lines().stream()
                        .filter(line -> !isRunners(line))
                        .map(line -> BEFORE_PLACE.matcher(line).replaceFirst("$1"))
                        .toList();
    }

    private static boolean isRunners(String line) {
        return RUNNERS.matcher(line.stripTrailing()).matches();
    }
}
