package dev.expertd.trace.bazel;

import dev.expertd.model.Failure;
import dev.expertd.model.Status;
import dev.expertd.model.TestCase;
import dev.expertd.trace.format.Collected;
import dev.expertd.trace.format.TestId;
import java.util.HashMap;
import java.util.Map;

/** One test target. Its summary counts; without one the worst of its runs and shards, of each the last attempt. */
final class BazelTarget {
    private static final int PARTS = 10_000;

    private record Part(Status status, boolean wasRed) {}

    private final String label;
    private final Map<String, Part> parts = new HashMap<>();
    private String summary = "";
    private boolean summed;
    private String word = "";
    private String details = "";
    private long partsMillis;
    private long millis = -1;

    BazelTarget(String label) {
        this.label = label;
    }

    boolean isSummed() {
        return summed;
    }

    void attempt(String part, String status, String why, long took) {
        Status now = status(status);
        Part before = parts.get(part);
        if (before != null || parts.size() < PARTS) {
            boolean wasRed =
                    before != null && (before.wasRed() || before.status().isRed());
            parts.put(part, new Part(now, wasRed || status.equals("FLAKY")));
        }
        if (now.isRed()) {
            word = status;
            details = why.isEmpty() ? details : why;
        }
        partsMillis += Math.max(took, 0);
    }

    void sum(String status, long took) {
        summed = true;
        summary = status;
        millis = took;
    }

    void tell(Collected into) {
        Status worst = parts.values().stream().map(Part::status).reduce(Status.SKIPPED, Status::worst);
        Status told = summed ? status(summary) : worst;
        boolean flaky = summed
                ? summary.equals("FLAKY")
                : told == Status.PASSED && parts.values().stream().anyMatch(Part::wasRed);
        String type = word.isEmpty() || !flaky && summed ? summary : word;
        Failure failure = told.isRed() || flaky ? into.bounded(new Failure(type, details, "")) : null;
        into.add(
                new TestCase(TestId.of("bazel", "", label), label, "", ""),
                told,
                flaky,
                millis >= 0 || parts.isEmpty() ? millis : partsMillis,
                failure);
    }

    /** Errored is also what never ran to an end: NO_STATUS, which JSON leaves out, TIMEOUT, REMOTE_FAILURE and so on. */
    private static Status status(String word) {
        return switch (word) {
            case "PASSED", "FLAKY" -> Status.PASSED;
            case "FAILED" -> Status.FAILED;
            case "SKIPPED" -> Status.SKIPPED;
            default -> Status.ERRORED;
        };
    }
}
