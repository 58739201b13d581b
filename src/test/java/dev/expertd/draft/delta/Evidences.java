package dev.expertd.draft.delta;

import dev.expertd.model.ActEvidence;
import dev.expertd.model.Commit;
import dev.expertd.model.CommitEvidence;
import dev.expertd.model.Condition;
import dev.expertd.model.Failure;
import dev.expertd.model.FileChange;
import dev.expertd.model.FileDiff;
import dev.expertd.model.Outcome;
import dev.expertd.model.OutcomeValue;
import dev.expertd.model.TestCase;
import dev.expertd.model.TestDelta;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds what the drafters see: tests that stepped, and commits with their diffs. */
final class Evidences {
    private final List<CommitEvidence> commits = new ArrayList<>();
    private final List<TestDelta> deltas = new ArrayList<>();
    private final Map<FileChange, FileDiff> files = new LinkedHashMap<>();

    static Evidences evidence() {
        return new Evidences();
    }

    Evidences fixed(String suite, String test, String type, String message, String body) {
        return delta(suite, test, Condition.FIXED, new Failure(type, message, body), null);
    }

    Evidences stillRed(String suite, String test) {
        Failure failure = new Failure("E", "still", "");
        return delta(suite, test, Condition.STILL, failure, failure);
    }

    Evidences broken(String suite, String test, String type, String message, String body) {
        return delta(suite, test, Condition.REGRESSION, null, new Failure(type, message, body));
    }

    private Evidences delta(
            String suite,
            String test,
            Condition condition,
            @org.jspecify.annotations.Nullable Failure before,
            @org.jspecify.annotations.Nullable Failure now) {
        String file = suite.endsWith(".py") ? suite : "";
        TestCase testCase = new TestCase(suite + "::" + test, test, suite, file);
        deltas.add(new TestDelta(testCase, condition, before, now, "", "f"));
        return this;
    }

    /** A change of the commit that {@link #commit} then makes; an empty text is a file that is not there. */
    Evidences change(String path, String before, String after) {
        FileChange.Kind kind = before.isEmpty()
                ? FileChange.Kind.ADDED
                : after.isEmpty() ? FileChange.Kind.DELETED : FileChange.Kind.MODIFIED;
        FileChange change = new FileChange(kind, path, path);
        files.put(change, new FileDiff(change, before, after, edits(before, after)));
        return this;
    }

    Evidences commit(String message) {
        Map<FileChange, FileDiff> diffs = new LinkedHashMap<>(files);
        files.clear();
        Commit commit = new Commit(
                "c" + commits.size() + "00000000",
                List.of("p"),
                "a@b",
                OffsetDateTime.parse("2026-02-03T04:05:06Z"),
                Instant.EPOCH,
                message,
                List.copyOf(diffs.keySet()));
        commits.add(new CommitEvidence(commit, change -> Optional.ofNullable(diffs.get(change))));
        return this;
    }

    ActEvidence build() {
        Outcome outcome = new Outcome(OutcomeValue.SUCCESS, "all passed", Set.of(), 1);
        return new ActEvidence(commits, deltas, "run-1", outcome, LocalDate.of(2026, 2, 3));
    }

    /** One edit from the first to the last line that differs. */
    static List<FileDiff.Edit> edits(String before, String after) {
        String[] old = before.split("\n", -1);
        String[] now = after.split("\n", -1);
        int head = 0;
        while (head < Math.min(old.length, now.length) && old[head].equals(now[head])) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(old.length, now.length) - head
                && old[old.length - 1 - tail].equals(now[now.length - 1 - tail])) {
            tail++;
        }
        boolean same = old.length - tail == head && now.length - tail == head;
        return same ? List.of() : List.of(new FileDiff.Edit(head, old.length - tail, head, now.length - tail));
    }
}
