package dev.expertd.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.git.GitFixture;
import dev.expertd.journal.CommitState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits on branches that are not checked out where a pass looks. */
class CommitsElsewhereTest {
    @TempDir
    private Path folder;

    private Scene scene;

    @BeforeEach
    void open() throws IOException {
        scene = Scene.in(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void eachOfSeveralCommitsInARowWaitsForItsBranch() {
        scene.repo().branch("work");
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.add(scene.repo()
                    .commit("Add part " + i)
                    .touching("app/part" + i + ".py")
                    .id());
        }
        scene.repo().checkout("main");
        scene.looks();

        assertThat(made).allMatch(id -> scene.seen(id).state() == CommitState.FOUND);

        scene.repo().checkout("work");
        scene.pass();

        assertThat(made).allMatch(id -> scene.seen(id).state() == CommitState.JUDGED);
    }

    @Test
    void theyWaitBesideABranchThatGoesOnFromThem() {
        scene.repo().branch("work");
        String first = scene.repo().commit("Add one").touching("app/one.py").id();
        scene.repo().checkout("main");
        scene.looks();
        scene.repo().checkout("work").branch("more");
        String second = scene.repo().commit("Add two").touching("app/two.py").id();
        scene.repo().checkout("main");
        scene.looks();

        assertThat(List.of(first, second)).allMatch(id -> scene.seen(id).state() == CommitState.FOUND);
    }

    @Test
    void whatAFetchBringsOnBranchesOfOthersDoesNotWaitToBeMerged() {
        String own = scene.repo()
                .branch("work")
                .commit("Add one")
                .touching("app/one.py")
                .id();
        scene.repo().checkout("main");
        scene.pass();
        GitFixture bob = scene.repo().cloneTo(folder.resolve("bob"));
        String theirs =
                bob.branch("theirs").commit("Add two").touching("app/two.py").id();
        scene.repo().after(bob).git("remote", "add", "bob", bob.root().toString());
        scene.repo().git("fetch", "-q", "bob"); // the branch that was cloned comes back as one of his, too
        scene.pass();

        assertThat(scene.seen(theirs).state()).isEqualTo(CommitState.IMPORTED);
        assertThat(scene.seen(own).state()).isEqualTo(CommitState.FOUND);

        scene.repo().checkout("work");
        scene.pass();
        assertThat(scene.seen(own).state()).isEqualTo(CommitState.JUDGED);
    }

    @Test
    void aBranchThatIsCheckedOutElsewhereBeforeAnybodyLookedIsJudgedThere() {
        scene.repo().branch("work");
        String made = scene.repo().commit("Add one").touching("app/one.py").id();
        scene.repo().checkout("main");
        scene.pass();
        Path other = folder.resolve("other");
        scene.repo().git("worktree", "add", "-q", other.toString(), "work");
        scene.looks(other);

        assertThat(scene.seen(made).state()).isEqualTo(CommitState.JUDGED);
    }

    @Test
    void aRunOnACommitThatWasRebasedBeforeAnybodyLookedBelongsToTheRebasedOne() {
        scene.repo().commit("Add one").touching("app/one.py").id();
        scene.red("test_one", "KeyError: 'one'");
        String rebased = scene.repo().commit("Add one, reworded").amending().id();
        scene.looks();

        assertThat(scene.acts()).hasSize(1);
        assertThat(scene.acts().get(0).commits()).contains(rebased);
    }

    @Test
    void aRunInTheMiddleOfARebaseMakesNoSecondActOfTheChange() {
        scene.repo().branch("work");
        String first =
                scene.repo().commit("Add one").with("app/one.py", "x = 1\n").id();
        scene.repo()
                .checkout("main")
                .commit("Add two")
                .with("app/two.py", "y = 1\n")
                .id();
        scene.pass();
        scene.repo().checkout("work");
        scene.repo().run("rebase", "--exec", "false", "main"); // stops behind the commit that it made anew
        scene.green("test_total");
        scene.pass();
        scene.repo().git("rebase", "--abort");
        scene.pass();

        assertThat(scene.seen(first).state()).isEqualTo(CommitState.JUDGED);
        assertThat(scene.acts().stream().filter(act -> act.commits().contains(first)))
                .singleElement()
                .satisfies(act -> assertThat(act.commits()).hasSize(2));
        assertThat(scene.acts().stream().map(act -> act.title().text())).doesNotHaveDuplicates();
    }

    @Test
    void aCommitThatWasResetAwayAndIsBackIsJudgedThen() {
        String first = scene.repo().commit("Add one").touching("app/one.py").id();
        String second = scene.repo().commit("Add two").touching("app/two.py").id();
        scene.repo().git("reset", "-q", "--hard", "HEAD~2");
        scene.looks();
        assertThat(List.of(first, second)).allMatch(id -> scene.seen(id).state() == CommitState.ABANDONED);

        scene.repo().git("reset", "-q", "--hard", second);
        scene.looks();
        assertThat(List.of(first, second)).allMatch(id -> scene.seen(id).state() == CommitState.JUDGED);
    }

    @Test
    void whatAnotherWorktreeHasCheckedOutByItselfIsNotTakenForAbandoned() {
        Path other = folder.resolve("other");
        scene.repo().git("worktree", "add", "-q", "--detach", other.toString(), "HEAD");
        String made = scene.repo().commit("Add one").touching("app/one.py").id();
        scene.repo().git("-C", other.toString(), "checkout", "-q", made);
        scene.repo().git("reset", "-q", "--hard", "HEAD~1");
        scene.looks();
        assertThat(scene.seen(made).state()).isEqualTo(CommitState.FOUND);

        scene.looks(other);
        assertThat(scene.seen(made).state()).isEqualTo(CommitState.JUDGED);
    }

    @Test
    void aCommitThatWasAmendedWithOtherContentAndThenRebasedIsOneAct() {
        scene.repo().branch("work");
        scene.repo().commit("Add one").with("app/one.py", "x = 1\n").id();
        scene.pass();
        String amended = scene.repo()
                .commit("Add one")
                .with("app/one.py", "x = 2\n")
                .amending()
                .id();
        scene.pass();
        scene.repo()
                .checkout("main")
                .commit("Add two")
                .with("app/two.py", "y = 1\n")
                .id();
        scene.pass();
        scene.repo().checkout("work").rebase("main");
        scene.pass();

        String act = scene.seen(amended).act();
        assertThat(scene.seen(scene.repo().head())).satisfies(rebased -> {
            assertThat(rebased.id()).isNotEqualTo(amended);
            assertThat(rebased.state()).isEqualTo(CommitState.ALIAS);
            assertThat(rebased.act()).isEqualTo(act);
        });
    }
}
