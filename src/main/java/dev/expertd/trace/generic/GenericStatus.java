package dev.expertd.trace.generic;

import dev.expertd.model.Status;
import java.util.Locale;
import java.util.Set;

/** The words for a status that are in use. */
final class GenericStatus {
    private static final Set<String> ERRORS =
            Set.of("error", "errored", "broken", "crashed", "timeout", "timedout", "timed_out");

    private GenericStatus() {}

    /** A word that is not known is no pass. */
    static Status of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "pass", "passed", "passing", "ok", "success", "succeeded", "successful" -> Status.PASSED;
            case "fail", "failed", "failing", "failure", "not ok", "ko" -> Status.FAILED;
            case "skip", "skipped", "pending", "ignored", "disabled", "todo", "xfail", "xfailed" -> Status.SKIPPED;
            default -> Status.ERRORED;
        };
    }

    /** True if the word surely says that something went wrong. */
    static boolean isRed(String word) {
        return ERRORS.contains(word.toLowerCase(Locale.ROOT)) || of(word) == Status.FAILED;
    }
}
