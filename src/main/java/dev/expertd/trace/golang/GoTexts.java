package dev.expertd.trace.golang;

import dev.expertd.model.Failure;
import dev.expertd.trace.failure.PrintedFailure;
import dev.expertd.trace.format.BoundedText;
import dev.expertd.trace.format.FailureTexts;
import dev.expertd.trace.input.QuotedText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What tests print, within bounds for the whole run: of many that print at the same time some are not listened to. */
final class GoTexts {
    private static final int AT_A_TIME = 1_000;
    private static final int FREE = 4;

    /** What the runner itself says between the lines of a test. */
    private static final Pattern RUNNERS = Pattern.compile(
            "\\s*(?:=== (?:RUN|PAUSE|CONT|NAME|ATTR|ARTIFACTS)\\b.*|--- (?:FAIL|PASS|SKIP|BENCH): .*|PASS|FAIL|exit status \\d+|(?:FAIL|ok)\\t.*)");

    /** What most tests begin with. */
    private static final String RUN = "=== RUN ";

    /** The letters that these may begin with, as asking the pattern for each line takes long. */
    private static final String BEGINNINGS = "=-PFeo";

    /** Go 1.14 wrote the test before the place. */
    private static final Pattern BEFORE_PLACE =
            Pattern.compile("^(\\s{1,40})\\S{1,300}: (?=\\S{1,200}\\.go:\\d{1,7}: )");

    private final FailureTexts bounds = new FailureTexts();

    /** Those that were dropped, to be used again, as growing takes longer than what is added. */
    private final Deque<BoundedText> free = new ArrayDeque<>();

    private int open;

    /** Adds to what a test printed; null and null again if it is not listened to. */
    @Nullable
    BoundedText add(@Nullable BoundedText text, QuotedText output) {
        if (text == null && (open >= AT_A_TIME || isRunners(output.text()))) {
            return null;
        }
        BoundedText more = text;
        if (more == null) {
            open++;
            more = free.isEmpty() ? new BoundedText() : free.pop();
        }
        more.append(output);
        return more;
    }

    /** A text is no longer needed. */
    void drop(@Nullable BoundedText text) {
        if (text == null) {
            return;
        }
        open--;
        if (free.size() < FREE) {
            text.clear();
            free.push(text);
        }
    }

    /** Null if nothing was printed that tells of a failure. */
    @Nullable
    Failure failure(@Nullable BoundedText text) {
        Failure printed = printed(text);
        return printed == null ? null : bounds.bounded(printed);
    }

    /** The same of a test that may go on. */
    @Nullable
    static Failure failureForNow(@Nullable BoundedText text) {
        Failure printed = printed(text);
        return printed == null ? null : FailureTexts.boundedForNow(printed);
    }

    private static @Nullable Failure printed(@Nullable BoundedText text) {
        List<String> lines = lines(text);
        return lines.stream().allMatch(String::isBlank) ? null : PrintedFailure.ofLog(lines);
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
        if (line.startsWith(RUN)) {
            return true;
        }
        int at = 0;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        if (at < line.length() && BEGINNINGS.indexOf(line.charAt(at)) < 0) {
            return false;
        }
        return RUNNERS.matcher(line.stripTrailing()).matches();
    }
}
