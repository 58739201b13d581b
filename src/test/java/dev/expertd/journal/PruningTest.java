package dev.expertd.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Condition;
import dev.expertd.model.Counts;
import dev.expertd.model.Evidence;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import dev.expertd.model.Origin;
import dev.expertd.model.Outcome;
import dev.expertd.model.OutcomeValue;
import dev.expertd.model.Scope;
import dev.expertd.model.Section;
import dev.expertd.model.Snapshot;
import dev.expertd.model.Status;
import dev.expertd.redact.Redacted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody asks for any more goes; what was decided, and that something was seen, stays for good. */
class PruningTest {
    private static final Instant OLD = Instant.parse("2024-01-05T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final Pruning.Limits LIMITS = new Pruning.Limits(400, 1L << 30);
    private static final String REPO = "repo";

    @TempDir
    private Path folder;

    private Journal journal;

    @BeforeEach
    void open() {
        journal = Journal.open(folder.resolve("journal.db"));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void oldVerdictsGoAndThatTheRunWasSeenStays() {
        runs(0, 120, OLD, 1);
        Pruning.Result result = journal.pruning().prune(LIMITS, NOW);
        assertThat(result.runs()).isEqualTo(30);
        assertThat(journal.runs().find(REPO, "r0")).isPresent();
        assertThat(journal.verdicts().of(REPO, "r0")).isEmpty();
        assertThat(journal.verdicts().of(REPO, "r119")).hasSize(1);
        assertThat(journal.pruning().prune(LIMITS, NOW).runs()).isZero();
    }

    @Test
    void whatALearningRestsOnStays() {
        runs(0, 120, OLD, 1);
        learning("l1", LearningState.REJECTED, "r3");
        journal.pruning().prune(LIMITS, NOW);
        assertThat(journal.verdicts().of(REPO, "r3")).hasSize(1);
        assertThat(journal.verdicts().of(REPO, "r4")).isEmpty();
        assertThat(journal.learnings().find(REPO, "l1")).isPresent();
    }

    @Test
    void refusedDraftsGoAndEveryOtherLearningStays() {
        for (LearningState state : LearningState.values()) {
            learning(state.name(), state, "");
        }
        journal.pruning().prune(LIMITS, NOW);
        assertThat(journal.learnings().latest(REPO, 99)).hasSize(LearningState.values().length - 1);
        assertThat(journal.learnings().find(REPO, "DROPPED")).isEmpty();
    }

    @Test
    void aSeenCommitIsForgottenOnlyIfGitItselfHasRemovedIt() {
        seen("judged", CommitState.JUDGED, "");
        seen("left", CommitState.ABANDONED, "it is on no branch any more");
        seen("gone", CommitState.ABANDONED, "git has removed it");
        journal.pruning().prune(LIMITS, NOW);
        assertThat(journal.commits().find(REPO, "judged")).isPresent();
        assertThat(journal.commits().find(REPO, "left")).isPresent();
        assertThat(journal.commits().find(REPO, "gone")).isEmpty();
    }

    @Test
    void aRunThatWaitsForItsCommitStaysWhole() {
        runs(0, 120, OLD, 1);
        journal.runs().bind(REPO, journal.runs().find(REPO, "r5").orElseThrow().boundTo("", "waits", 1));
        journal.pruning().prune(LIMITS, NOW);
        assertThat(journal.verdicts().of(REPO, "r5")).hasSize(1);
    }

    @Test
    void beyondItsSizeTheOldestGoesFirstAndTheFileShrinks() throws Exception {
        runs(0, 200, NOW.minus(Duration.ofDays(10)), 40);
        long before = journal.pruning().used();
        journal.pruning().prune(new Pruning.Limits(400, before * 3 / 4), NOW);
        assertThat(journal.pruning().used()).isLessThanOrEqualTo(before * 3 / 4);
        assertThat(Files.size(folder.resolve("journal.db"))).isLessThanOrEqualTo(before * 3 / 4);
        assertThat(journal.verdicts().of(REPO, "r0")).isEmpty();
        assertThat(journal.verdicts().of(REPO, "r199")).hasSize(40);
    }

    private void runs(int from, int to, Instant at, int tests) {
        for (int i = from; i < to; i++) {
            StoredRun run = run("r" + i, at.plusSeconds(i));
            journal.inTransaction(() -> journal.runs().add(REPO, run, verdicts(tests)));
        }
    }

    private static List<JournaledVerdict> verdicts(int tests) {
        Redacted text = Redacted.stored("words of a failure ".repeat(20));
        return IntStream.range(0, tests)
                .mapToObj(test -> new JournaledVerdict(
                        "t" + test,
                        Redacted.stored("test_" + test),
                        Redacted.stored(""),
                        Redacted.stored(""),
                        Status.FAILED,
                        Condition.NEW,
                        false,
                        "",
                        text,
                        text,
                        text))
                .toList();
    }

    private static StoredRun run(String id, Instant at) {
        return new StoredRun(
                0,
                id,
                "/r",
                "trace_logs.json",
                "eagle",
                at,
                new Snapshot("c1", "tree", new TreeMap<>(), true),
                "c1",
                "at sight",
                false,
                true,
                Scope.COMPLETE,
                new Counts(1, 0, 1, 0, 0, 0),
                new Outcome(OutcomeValue.NONE, "rule", Set.of(), 1),
                List.of());
    }

    private void learning(String id, LearningState state, String run) {
        journal.learnings()
                .add(
                        new Learning(
                                id,
                                REPO,
                                "a",
                                "/r",
                                "backend",
                                "expertise.md",
                                Section.TIPS,
                                Redacted.stored("text"),
                                Origin.MESSAGE,
                                5,
                                new Evidence(
                                        List.of("c1"), run.isEmpty() ? List.of() : List.of(run), List.of(), List.of()),
                                state,
                                Redacted.stored(""),
                                "",
                                OLD),
                        LocalDate.parse("2024-01-05"));
    }

    private void seen(String id, CommitState state, String reason) {
        journal.commits().found(REPO, id, "/r", OLD);
        journal.commits().settle(REPO, new SeenCommit(id, state, "/r", "", "", reason, OLD));
    }
}
