package dev.expertd.trace.eagle;

import com.fasterxml.jackson.core.JsonParser;
import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.model.TestCase;
import dev.expertd.trace.failure.PrintedFailure;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.TestId;
import dev.expertd.trace.format.TestName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The results of an original trace. What a skip means shows only when all are read: its writer notes an exception outside
 * of a test as a skip and leaves it out of the total.
 */
final class EagleResults {
    private static final int SHOWN_TITLE = 200;
    private static final int HEADING = 5;

    /** A skip without a word of skipping, and what it is if the total leaves some test out. */
    private record Doubt(int place, TestCase test, @Nullable Failure failure) {}

    private final Collected into;
    private final List<Doubt> doubts = new ArrayList<>();
    private int met;
    private int stated = -1;

    EagleResults(Collected into) {
        this.into = into;
    }

    /** The total that the trace states. */
    void stated(int total) {
        stated = total;
    }

    /** Reads as much of the log of a test with this status as tells anything: that of a passing test has its title. */
    void read(EagleLog log, String status, JsonParser json) throws IOException {
        if (!into.withText() || met > Collected.RESULTS) {
            json.skipChildren();
        } else if (isPass(status)) {
            log.readTitle(json, HEADING);
        } else {
            log.read(json, Integer.MAX_VALUE);
        }
    }

    void add(String id, String word, EagleLog log) {
        if (met > Collected.RESULTS) {
            return;
        }
        if (word.isEmpty() && !into.withText()) {
            into.incomplete("a log that alone holds the verdict is too long");
            return;
        }
        Status status = status(word.isEmpty() ? log.verdict() : word);
        boolean crashed = status == Status.SKIPPED && !log.saysSkip() && log.saysError();
        boolean doubtful = status == Status.SKIPPED && !log.saysSkip();
        Failure failure = status.isRed() || doubtful ? into.bounded(PrintedFailure.ofLog(log.lines())) : null;
        TestCase test = test(id, log.title());
        if (doubtful) {
            doubts.add(new Doubt(met, test, failure));
        }
        met++;
        into.add(test, crashed ? Status.ERRORED : status, false, -1, failure);
    }

    /** Decides what was in doubt; to be called even if reading stops. */
    void close() {
        if (stated >= 0 && stated < met) {
            doubts.stream()
                    .filter(doubt -> doubt.place() < into.results())
                    .forEach(
                            doubt -> into.put(doubt.place(), doubt.test(), Status.ERRORED, false, -1, doubt.failure()));
        }
    }

    private static boolean isPass(String word) {
        return status(word) == Status.PASSED;
    }

    private static Status status(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "pass", "passed", "ok", "success" -> Status.PASSED;
            case "fail", "failed", "failure" -> Status.FAILED;
            case "skip", "skipped", "pending" -> Status.SKIPPED;
            default -> Status.ERRORED;
        };
    }

    private static boolean isNumber(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (!Character.isDigit(key.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** A numbered test is told by its title; an id that a runner made is taken apart. */
    private static TestCase test(String key, String title) {
        String id = TestId.of("eagle", "", key);
        boolean numbered = key.length() <= 8 && isNumber(key);
        TestName name = TestName.of(numbered && !title.isEmpty() ? title : key);
        if (!numbered || !name.suite().isEmpty() || !name.file().isEmpty()) {
            return new TestCase(id, name.name(), name.suite(), name.file());
        }
        String shown = title.length() > SHOWN_TITLE ? title.substring(0, SHOWN_TITLE) : title;
        return new TestCase(id, "Test " + key + (shown.isEmpty() ? "" : " (" + shown + ")"), "", "");
    }
}
