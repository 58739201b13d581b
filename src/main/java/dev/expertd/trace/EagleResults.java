package dev.expertd.trace;

import dev.expertd.model.Counts;
import dev.expertd.model.Status;
import dev.expertd.model.TestCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results of an original trace; what a skip means shows only when all are read. */
final class EagleResults {
    private record Result(String id, String status, EagleLog log) {}

    private final List<Result> results = new ArrayList<>();
    private int declared = -1;

    void declared(int total) {
        declared = total;
    }

    void add(String id, String status, EagleLog log) {
        results.add(new Result(id, status, log));
    }

    void into(RunBuilder run) {
        boolean someUncounted = declared >= 0 && declared < results.size();
        for (Result result : results) {
            Status status = status(result, someUncounted);
            run.add(
                    test(result),
                    status,
                    false,
                    -1,
                    status.isRed() ? LogFailure.of(result.log().lines()) : null);
        }
        if (results.isEmpty() && declared >= 0) {
            run.declare(Counts.NONE);
        }
    }

    private static Status status(Result result, boolean someUncounted) {
        String word = result.status().isEmpty() ? result.log().verdict() : result.status();
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "pass", "passed", "ok", "success" -> Status.PASSED;
            case "fail", "failed", "failure" -> Status.FAILED;
            case "skip", "skipped", "pending" -> {
                boolean crashed = !result.log().has("SKIP")
                        && (someUncounted || result.log().has("ERROR:"));
                yield crashed ? Status.ERRORED : Status.SKIPPED;
            }
            default -> Status.ERRORED;
        };
    }

    /** Numbered tests are told by their title; an id that a runner made is taken apart. */
    private static TestCase test(Result result) {
        String id = RunBuilder.id("eagle", "", result.id());
        String title = result.log().title();
        boolean numbered = result.id().matches("[0-9]{1,6}");
        TestName name = TestName.of(numbered && !title.isEmpty() ? title : result.id());
        String shown = numbered && name.suite().isEmpty()
                ? "Test " + result.id() + (title.isEmpty() ? "" : " (" + title + ")")
                : name.name();
        return new TestCase(id, shown, name.suite(), name.file());
    }
}
