package dev.expertd.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.expertd.model.Act;
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
import dev.expertd.model.Signal;
import dev.expertd.model.Snapshot;
import dev.expertd.model.Status;
import dev.expertd.redact.Redacted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-01-05");
    private static final String REPO = "repo";

    @TempDir
    Path folder;

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
    void nobodyElseCanReadTheJournal() throws Exception {
        journal.inTransaction(() -> journal.checkpoints().begin(REPO, "/r", NOW, 0));
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void whatAFinishedTransactionWroteIsThereAfterReopening() {
        journal.inTransaction(() -> {
            journal.checkpoints().begin(REPO, "/r", NOW, 7);
            journal.checkpoints().moveTips(REPO, Map.of("refs/heads/main", "c1"));
        });
        journal.close();
        open();
        assertThat(journal.checkpoints().knows(REPO)).isTrue();
        assertThat(journal.checkpoints().spoolOffset(REPO)).isEqualTo(7);
        assertThat(journal.checkpoints().tips(REPO)).containsExactly(Map.entry("refs/heads/main", "c1"));
    }

    @Test
    void aTransactionThatThrowsLeavesNothingBehind() {
        assertThatThrownBy(() -> journal.inTransaction(() -> {
                    journal.checkpoints().begin(REPO, "/r", NOW, 0);
                    throw new IllegalStateException("cut off");
                }))
                .hasMessage("cut off");
        assertThat(journal.checkpoints().knows(REPO)).isFalse();
    }

    @Test
    void aJournalOfANewerVersionIsRefusedInOneLine() throws Exception {
        journal.close();
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        assertThatThrownBy(() -> Journal.open(folder.resolve("journal.db")))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("newer expertd")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aJournalOfTheFirstVersionKeepsItsRunsAndLearnsTheirScope() throws Exception {
        Path old = folder.resolve("old.db");
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + old);
                var statement = connection.createStatement()) {
            for (String each : Schema.VERSIONS.get(0)) {
                statement.execute(each);
            }
            for (String signals : List.of("", "INTERRUPTED")) {
                statement.execute("INSERT INTO run VALUES (NULL, 'repo', 'run" + signals + "', '/r', 's', 'eagle',"
                        + " '2026-01-05T09:00:00Z', 'c1', 't', 1, 'c1', 'b', 0, 0, 1, 1, 0, 0, 0, 0, 'PARTIAL', 'r', '"
                        + signals + "', 1, '')");
            }
            statement.execute("PRAGMA user_version = 1");
        }
        try (Journal migrated = Journal.open(old)) {
            assertThat(migrated.runs().find(REPO, "run").orElseThrow().scope()).isEqualTo(Scope.COMPLETE);
            assertThat(migrated.runs()
                            .find(REPO, "runINTERRUPTED")
                            .orElseThrow()
                            .scope())
                    .isEqualTo(Scope.INCOMPLETE);
        }
    }

    @Test
    void whatWaitedForAPersonBeforeThereWasAReviewWaitsInIt() throws Exception {
        Path old = folder.resolve("old.db");
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + old);
                var statement = connection.createStatement()) {
            for (List<String> version : Schema.VERSIONS.subList(0, 3)) {
                for (String each : version) {
                    statement.execute(each);
                }
            }
            int id = 0;
            for (String held : List.of(
                    "'MESSAGE', 'not sure enough (4.0 of 4.5): waits for review'",
                    "'MESSAGE', 'over today''s limit of 5 lines for this expert: waits until tomorrow'",
                    "'REGRESSION', 'suspected: waits for a second failing run'")) {
                String[] parts = held.split(", ", 2);
                statement.execute(
                        "INSERT INTO learning VALUES ('repo', '" + id++ + "', 'a', '/r', 'e', 'f', 'TIPS', 't', "
                                + parts[0] + ", 4, '', '', '', '', 'HELD', " + parts[1]
                                + ", '', '2026-01-05T09:00:00Z', '2026-01-05')");
            }
            statement.execute("PRAGMA user_version = 3");
        }
        try (Journal migrated = Journal.open(old)) {
            assertThat(migrated.learnings().latest(REPO, 9))
                    .extracting(Learning::state)
                    .containsExactly(LearningState.HELD, LearningState.HELD, LearningState.REVIEW);
        }
    }

    @Test
    void aCommitIsFoundOnce() {
        journal.commits().found(REPO, "c1", "/r", NOW);
        journal.commits().found(REPO, "c1", "/other", NOW);
        assertThat(journal.commits().pending(REPO))
                .singleElement()
                .extracting(SeenCommit::worktree)
                .isEqualTo("/r");
        journal.commits().settle(REPO, new SeenCommit("c1", CommitState.JUDGED, "/r", "p1", "c1", "", NOW));
        assertThat(journal.commits().pending(REPO)).isEmpty();
        assertThat(journal.commits().withPatch(REPO, "p1", "")).isPresent();
    }

    @Test
    void theSameLessonOfTheSameActIsStoredOnce() {
        assertThat(journal.learnings().add(learning("l1", LearningState.INTENDED), DAY))
                .isTrue();
        assertThat(journal.learnings().add(learning("l1", LearningState.HELD), DAY))
                .isFalse();
        assertThat(journal.learnings().in(REPO, LearningState.INTENDED))
                .containsExactly(learning("l1", LearningState.INTENDED));
        assertThat(journal.learnings().countOn(REPO, "backend", DAY)).isEqualTo(1);
        assertThat(journal.learnings().countOn(REPO, "backend", DAY.plusDays(1)))
                .isZero();
        journal.learnings().move(REPO, "l1", LearningState.DONE, Redacted.stored(""), DAY);
        assertThat(journal.learnings().in(REPO, LearningState.INTENDED)).isEmpty();
    }

    @Test
    void theActJudgedLastIsTheNewestHoweverOldItIs() {
        journal.acts().judged(act("a", OutcomeValue.NONE));
        journal.acts().judged(act("b", OutcomeValue.NONE));
        journal.acts().judged(act("a", OutcomeValue.SUCCESS));
        assertThat(journal.acts().latest(REPO, 9)).extracting(Act::id).containsExactly("a", "b");
        assertThat(journal.acts().find(REPO, "a")).contains(act("a", OutcomeValue.SUCCESS));
    }

    @Test
    void aTestsPastIsToldNewestFirstAndWithoutSkips() {
        runs(Status.FAILED, Status.SKIPPED, Status.PASSED);
        assertThat(journal.tests().past(REPO, "t", Long.MAX_VALUE, 9))
                .extracting(past -> past.status())
                .containsExactly(Status.PASSED, Status.FAILED);
        assertThat(journal.tests().past(REPO, "t", Long.MAX_VALUE, 9).get(1).failure())
                .isNotNull()
                .extracting(failure -> failure.message())
                .isEqualTo("boom");
    }

    @Test
    void aRunOnAnUncommittedTreeWaitsUntilItIsBound() {
        runs(Status.PASSED);
        assertThat(journal.runs().waiting(REPO, "/r")).singleElement().satisfies(run -> {
            assertThat(run.tree().changed()).containsExactly(Map.entry("a.py", "blob"));
            journal.runs().bind(REPO, run.boundTo("c2", "the commit holds what was tested", 0.9));
        });
        assertThat(journal.runs().waiting(REPO, "/r")).isEmpty();
        assertThat(journal.runs().undrafted(REPO, "/r"))
                .singleElement()
                .satisfies(run -> assertThat(run.outcome().confidence()).isEqualTo(0.9));
        assertThat(journal.tests().past(REPO, "t", Long.MAX_VALUE, 1).get(0).commit())
                .isEqualTo("c2");
    }

    private void runs(Status... statuses) {
        for (int i = 0; i < statuses.length; i++) {
            Status status = statuses[i];
            Redacted text = Redacted.stored(status.isRed() ? "boom" : "");
            journal.runs()
                    .add(
                            REPO,
                            new StoredRun(
                                    0,
                                    "r" + i,
                                    "/r",
                                    "trace_logs.json",
                                    "eagle",
                                    NOW,
                                    new Snapshot("c1", "tree", new TreeMap<>(Map.of("a.py", "blob")), true),
                                    "",
                                    "waits",
                                    false,
                                    false,
                                    Scope.COMPLETE,
                                    new Counts(1, 0, 0, 0, 0, 0),
                                    new Outcome(OutcomeValue.NONE, "rule", Set.of(), 1),
                                    List.of()),
                            List.of(new JournaledVerdict(
                                    "t",
                                    Redacted.stored("test_x"),
                                    Redacted.stored(""),
                                    Redacted.stored(""),
                                    status,
                                    Condition.NEW,
                                    false,
                                    "",
                                    text,
                                    text,
                                    text)));
        }
    }

    private static Act act(String id, OutcomeValue value) {
        return new Act(
                id,
                REPO,
                "/r",
                id,
                List.of(id),
                List.of("r1", "r2"),
                Redacted.stored("stores"),
                Redacted.stored("fix: x"),
                new Outcome(value, "rule", Set.of(Signal.FLAKY), 0.5),
                NOW);
    }

    private static Learning learning(String id, LearningState state) {
        return new Learning(
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
                new Evidence(List.of("c1"), List.of(), List.of(), List.of("a.py")),
                state,
                Redacted.stored(""),
                "",
                NOW);
    }
}
