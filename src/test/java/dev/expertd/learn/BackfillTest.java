package dev.expertd.learn;

import static dev.expertd.learn.Scene.EXPERTISE;
import static dev.expertd.learn.Scene.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.expertd.git.GitFixture;
import dev.expertd.git.GitReader;
import dev.expertd.git.GitReaders;
import dev.expertd.io.Places;
import dev.expertd.io.RepositoryId;
import dev.expertd.journal.CommitState;
import dev.expertd.journal.Journal;
import dev.expertd.model.Learning;
import dev.expertd.model.LearningState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillTest {
    @TempDir
    private Path folder;

    private GitFixture repo;
    private final List<Journal> journals = new ArrayList<>();

    @BeforeEach
    void aHistoryWithThreeLessons() throws IOException {
        Scene.in(folder).close();
        repo = GitFixture.at(folder.resolve("shop"));
        for (int i = 0; i < 40; i++) {
            repo.tick();
        }
        lesson("total", "batch jobs pass no items", "sum(items or [])");
        repo.commit("Tidy up").with("app/other.py", "x = 1\n").id();
        lesson("refund", "the gateway sends cents as text", "int(cents)");
        repo.branch("side").commit("Aside").with("app/aside.py", "y = 1\n").id();
        repo.checkout("main");
        repo.commit("Ahead").with("app/other.py", "x = 2\n").id();
        repo.merge("side");
        lesson("invoice", "customers from abroad have no tax number", "tax or None");
    }

    @AfterEach
    void close() {
        journals.forEach(Journal::close);
    }

    @Test
    void everyLessonOfHistoryWaitsForReviewOldestFirstAndNoFileIsTouched() {
        String before = repo.git("status", "--porcelain");
        Journal journal = journal("a");
        BackfillResult result = run(journal, HistoryRange.all());

        assertThat(texts(journal)).hasSize(3);
        assertThat(texts(journal).get(0)).contains("batch jobs");
        assertThat(texts(journal).get(2)).contains("from abroad");
        assertThat(journal.learnings().latest(repository(), 9))
                .extracting(Learning::state)
                .containsOnly(LearningState.REVIEW);
        assertThat(result.queued()).isEqualTo(3);
        assertThat(result.refused())
                .containsEntry("a merge teaches nothing by itself", 1)
                .containsKey("the message has no body that states a cause");
        assertThat(repo.git("status", "--porcelain")).isEqualTo(before);
    }

    @Test
    void theSameHistoryGivesTheSameDraftsInEveryJournal() {
        Journal one = journal("a");
        Journal other = journal("b");
        run(one, HistoryRange.all());
        run(other, HistoryRange.all());
        assertThat(drafts(other)).isEqualTo(drafts(one));
    }

    @Test
    void interruptedAnywhereItGoesOnWhereItEndedAndGivesTheSame() {
        Journal whole = journal("whole");
        int commits = run(whole, HistoryRange.all()).commits();
        for (int stop = 1; stop < commits; stop++) {
            Journal journal = journal("stopped" + stop);
            int last = stop;
            assertThatThrownBy(() -> backfill(journal)
                            .run(repo.root(), git -> HistoryRange.all(), Runnable::run, (at, of, drafts) -> {
                                if (at == last) {
                                    throw new IllegalStateException("killed");
                                }
                            }))
                    .hasMessage("killed");
            run(journal, HistoryRange.all());
            assertThat(drafts(journal)).as("stopped at " + stop).isEqualTo(drafts(whole));
        }
    }

    @Test
    void whatWasJudgedIsNotJudgedAgain() {
        Journal journal = journal("a");
        run(journal, HistoryRange.all());
        BackfillResult again = run(journal, HistoryRange.all());
        assertThat(again.known()).isEqualTo(again.commits());
        assertThat(again.queued()).isZero();
        assertThat(texts(journal)).hasSize(3);
    }

    @Test
    void aRevisionOrADayTellsWhereToBegin() {
        Journal byRevision = journal("a");
        run(byRevision, since("HEAD~1"));
        assertThat(texts(byRevision)).singleElement().asString().contains("from abroad");

        Journal byDay = journal("b");
        Instant refund = Instant.parse(
                repo.git("log", "--format=%cI", "--grep=refund").strip().replaceAll("\\+.*", "+01:00"));
        run(byDay, HistoryRange.since(refund));
        assertThat(texts(byDay)).hasSize(2);

        assertThatThrownBy(() -> since("no-such-thing"))
                .isInstanceOf(LearnException.class)
                .hasMessageContaining("is no revision and no date");
        assertThat(run(journal("c"), since("3000-01-01")).commits()).isZero();
        assertThat(run(journal("d"), since("1000 years ago")).queued()).isEqualTo(3);
    }

    @Test
    void commitsThatWereMadeElsewhereAreReadThoughAPassLeavesThem() {
        Journal journal = journal("a");
        learn(journal);
        GitFixture bob = repo.cloneTo(folder.resolve("bob"));
        bob.commit(message("ship", "the courier answers with an empty body"))
                .with("app/orders.py", "def ship():\n    return 1\n")
                .id();
        repo.after(bob).git("remote", "add", "bob", bob.root().toString());
        repo.git("fetch", "-q", "bob");
        repo.git("merge", "-q", "--ff-only", "bob/main");
        learn(journal);
        assertThat(journal.commits()
                        .find(repository(), repo.head())
                        .orElseThrow()
                        .state())
                .isEqualTo(CommitState.IMPORTED);
        run(journal, HistoryRange.all());
        assertThat(texts(journal)).hasSize(4);
    }

    @Test
    void aLessonThatTheFileHoldsOrThatWasDraftedBeforeIsKnown() {
        lesson("total", "batch jobs pass no items", "sum(items if items else [])");
        Journal journal = journal("a");
        BackfillResult result = run(journal, HistoryRange.all());
        assertThat(texts(journal)).hasSize(3);
        assertThat(result.refused()).containsEntry("known already, learned before", 1);
    }

    @Test
    void countingNotesNothingAndKnowsWhatItCountedBefore() {
        lesson("total", "batch jobs pass no items", "sum(items if items else [])");
        Journal journal = journal("a");
        assertThat(backfill(journal)
                        .count(repo.root(), git -> HistoryRange.all(), 500)
                        .queued())
                .isEqualTo(3);
        assertThat(backfill(journal)
                        .count(repo.root(), git -> HistoryRange.all(), 1)
                        .queued())
                .isEqualTo(1);
        assertThat(journal.learnings().latest(repository(), 9)).isEmpty();
        assertThat(journal.commits().latest(repository(), 9)).isEmpty();
    }

    @Test
    void actsOfHistoryStandBelowWhatWasLivedThroughInTheOrderOfTheirTime() {
        Journal journal = journal("a");
        learn(journal);
        lesson("ship", "the courier answers with an empty body", "body or {}");
        learn(journal);
        run(journal, since("HEAD~2"));
        run(journal, HistoryRange.all());
        assertThat(journal.acts().latest(repository(), 4))
                .extracting(act -> act.title().text())
                .containsExactly("fix: ship", "fix: invoice", "Ahead", "Aside");
    }

    private void lesson(String name, String cause, String code) {
        repo.commit(message(name, cause))
                .with("app/orders.py", orders("return " + code).replace("total", name))
                .id();
    }

    private static String message(String name, String cause) {
        return "fix: " + name + "\n\n" + name + "() crashed with a TypeError because " + cause + ". Return early in "
                + name + "() then.\n";
    }

    private Journal journal(String name) {
        try {
            places(name).make();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Journal journal = Journal.open(places(name).journal());
        journals.add(journal);
        return journal;
    }

    private Places places(String name) {
        Path home = folder.resolve("journal-" + name);
        return new Places(home.resolve("config"), home.resolve("state"), home.resolve("data"));
    }

    private Backfill backfill(Journal journal) {
        return new Backfill(places("x"), journal, Scene.drafters(), clock());
    }

    private Clock clock() {
        return Clock.fixed(repo.now().plusSeconds(3600), ZoneOffset.UTC);
    }

    private BackfillResult run(Journal journal, HistoryRange range) {
        return backfill(journal).run(repo.root(), git -> range, Runnable::run, (at, of, drafts) -> {});
    }

    private void learn(Journal journal) {
        new Learner(places("x"), journal, Scene.drafters(), clock())
                .learn(repo.root(), new Request(false, true, "", Optional.empty(), "", "", "", false));
    }

    private HistoryRange since(String words) {
        try (GitReader git = GitReaders.open(repo.root())) {
            return HistoryRange.since(words, git, clock().instant(), ZoneOffset.UTC);
        }
    }

    private List<String> texts(Journal journal) {
        return journal.learnings().in(repository(), LearningState.REVIEW).stream()
                .map(learning -> learning.text().text())
                .toList();
    }

    private List<String> drafts(Journal journal) {
        return journal.learnings().in(repository(), LearningState.REVIEW).stream()
                .map(learning -> learning.id()
                        + learning.section()
                        + learning.text()
                        + learning.score()
                        + learning.evidence()
                        + learning.reason()
                        + EXPERTISE)
                .toList();
    }

    private String repository() {
        try {
            return RepositoryId.of(repo.root().resolve(".git"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
