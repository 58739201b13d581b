package dev.expertd.learn;

import static dev.expertd.learn.Scene.EXPERTISE;
import static dev.expertd.learn.Scene.FIX;
import static dev.expertd.learn.Scene.orders;
import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.git.GitFixture;
import dev.expertd.model.LearningState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What git does to a line is nobody's word; what a person does to it is respected for good. */
class LinesInTheFileTest {
    @TempDir
    private Path folder;

    private Scene scene;

    @BeforeEach
    void aLineIsWritten() throws IOException {
        scene = Scene.in(folder);
        scene.repo()
                .commit(FIX)
                .with("app/orders.py", orders("return sum(items or [])"))
                .id();
        scene.pass();
        assertThat(scene.state()).isEqualTo(LearningState.DONE);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aStashedLineIsPutAsideAndKeptAgainWhenItIsBack() {
        scene.repo().stash();
        scene.looks();
        assertThat(scene.state()).isEqualTo(LearningState.DISPLACED);
        assertThat(scene.lines()).isEmpty();

        scene.repo().git("stash", "pop", "-q");
        scene.looks();
        assertThat(scene.state()).isEqualTo(LearningState.DONE);
        assertThat(scene.lines()).hasSize(1);
    }

    @Test
    void theTemporaryFileOfAKilledWriterGoesAndWhatElseLiesThereStays() throws IOException {
        Path file = scene.repo().root().resolve(EXPERTISE);
        Path left = Files.writeString(file.resolveSibling(".expertise.md.expertd-0b1c.tmp"), "half a line");
        Path theirs = Files.writeString(file.resolveSibling(".expertise.md.swp"), "an editor's");
        scene.pass();
        assertThat(left).doesNotExist();
        assertThat(theirs).exists();
    }

    @Test
    void aLineThatAResetTookAwayIsPutAside() {
        scene.repo().git("reset", "-q", "--hard");
        scene.looks();
        assertThat(scene.state()).isEqualTo(LearningState.DISPLACED);
    }

    @Test
    void aLineWhoseCommitWasResetIsPutAside() {
        commitLine();
        scene.repo().git("reset", "-q", "--hard", "HEAD~1");
        scene.looks();
        assertThat(scene.state()).isEqualTo(LearningState.DISPLACED);
    }

    @Test
    void aLineOnAnotherBranchIsPutAsideAndKeptAgainOnTheWayBack() {
        scene.repo().git("stash", "-q");
        scene.repo().branch("work");
        scene.repo().git("stash", "pop", "-q");
        commitLine();
        scene.repo().checkout("main");
        scene.looks();
        assertThat(scene.state()).isEqualTo(LearningState.DISPLACED);

        scene.repo().checkout("work");
        scene.looks();
        assertThat(scene.state()).isEqualTo(LearningState.DONE);
    }

    @Test
    void aLineThatSomebodyDeletesIsRejectedBeforeItIsCommittedAndAfter() {
        commitLine();
        rewrite(line(), "");
        scene.looks();
        assertThat(scene.state()).isEqualTo(LearningState.REJECTED);
        assertThat(scene.learning().reason().text()).isEqualTo("somebody took it out of " + EXPERTISE);

        scene.repo().git("commit", "-qam", "Tidy");
        scene.looks();
        assertThat(scene.state()).isEqualTo(LearningState.REJECTED);
    }

    @Test
    void aDeletionThatIsSeenOnlyOnceItIsCommittedIsRejectedToo() {
        commitLine();
        rewrite(line(), "");
        scene.repo().git("commit", "-qam", "Tidy");
        scene.looks();
        assertThat(scene.state()).isEqualTo(LearningState.REJECTED);
        assertThat(scene.learning().reason().text()).startsWith("a commit after ");
    }

    @Test
    void aDeletionThatIsCommittedBetweenTwoLooksIsSomebodysWord() {
        scene.repo().write(EXPERTISE, scene.read().replace("- " + line() + "\n", "") + "\n## Seen by a person\n");
        scene.repo().tick();
        scene.pass();
        scene.repo().tick().git("commit", "-qam", "Tidy");
        scene.looks();
        assertThat(scene.state()).isEqualTo(LearningState.REJECTED);
    }

    @Test
    void aFileInWhichALineStandsIsWatched() {
        assertThat(scene.pass().watch()).contains(scene.repo().root().resolve(EXPERTISE));
    }

    @Test
    void aRejectedLessonIsNeverDraftedAgainInOtherWords() {
        commitLine();
        rewrite(line(), "");
        scene.looks();
        scene.repo()
                .commit("""
                        fix: total in jobs

                        Batch jobs pass no items, so total() crashed with a TypeError. Default items to an
                        empty list.
                        """)
                .with("app/orders.py", orders("return sum(items if items else [])"))
                .id();
        scene.pass();
        assertThat(scene.lines()).isEmpty();
        assertThat(scene.journal()
                        .learnings()
                        .latest(scene.repository(), 1)
                        .get(0)
                        .reason()
                        .text())
                .startsWith("known already, learned before");
    }

    @Test
    void aLineThatSomebodyEditsIsTheirs() {
        rewrite(line(), line().replace("crashed", "used to crash"));
        scene.looks();
        assertThat(scene.state()).isEqualTo(LearningState.EDITED);
        assertThat(scene.lines()).singleElement().asString().contains("used to crash");
    }

    @Test
    void anEditThatIsCommittedIsTheirs() {
        commitLine();
        rewrite(line(), line().replace("crashed", "used to crash"));
        scene.repo().git("commit", "-qam", "Say it better");
        scene.looks();
        assertThat(scene.state()).isEqualTo(LearningState.EDITED);
    }

    @Test
    void aRevertOfTheCommitThatCarriedTheLineTakesItOut() {
        commitLine();
        scene.repo().tick().git("revert", "--no-edit", "HEAD");
        scene.looks();
        assertThat(scene.state()).isEqualTo(LearningState.REJECTED);
    }

    @Test
    void aLineSurvivesARebaseAndItsDeletionAfterwardsIsStillSeen() {
        commitLine();
        scene.pass();
        scene.repo().git("checkout", "-q", "-b", "side", "HEAD~2");
        scene.repo().commit("Aside").with("app/aside.py", "x = 1\n").id();
        scene.repo().checkout("main");
        scene.looks();
        scene.repo().rebase("side");
        scene.looks();
        assertThat(scene.state()).isEqualTo(LearningState.DONE);

        rewrite(line(), "");
        scene.repo().git("commit", "-qam", "Tidy");
        scene.looks();
        assertThat(scene.state()).isEqualTo(LearningState.REJECTED);
    }

    @Test
    void nothingIsConcludedInTheMiddleOfARebase() throws IOException {
        commitLine();
        Files.createDirectories(scene.repo().root().resolve(".git/rebase-merge"));
        rewrite(line(), "");
        scene.looks();
        assertThat(scene.state()).isEqualTo(LearningState.DONE);

        Files.delete(scene.repo().root().resolve(".git/rebase-merge"));
        scene.looks();
        assertThat(scene.state()).isEqualTo(LearningState.REJECTED);
    }

    @Test
    void oneLookIsNotEnough() {
        rewrite(line(), "");
        scene.repo().tick();
        PassResult first = scene.pass();
        assertThat(scene.state()).isEqualTo(LearningState.DONE);
        assertThat(first.lookAgain()).isPresent();

        scene.pass();
        assertThat(scene.state()).as("in the same second").isEqualTo(LearningState.DONE);
    }

    @Test
    void whatAnotherWorktreeLacksIsNoWordUntilACommitThereTakesItOut() throws IOException {
        commitLine();
        GitFixture other = scene.repo().worktree(folder.resolve("other"), "other");
        scene.looks(other.root());
        Path file = other.root().resolve(EXPERTISE);
        Files.writeString(file, Files.readString(file).replace("- " + line() + "\n", ""));
        scene.looks(other.root()).looks();
        assertThat(scene.state()).isEqualTo(LearningState.DONE);

        other.git("commit", "-qam", "Tidy");
        scene.looks(other.root()).looks();
        assertThat(scene.state()).isEqualTo(LearningState.REJECTED);
        assertThat(scene.lines()).hasSize(1);
    }

    @Test
    void aFileThatIsRenamedTakesItsLinesAlong() {
        commitLine();
        scene.repo()
                .commit("Rename the expert")
                .renaming(EXPERTISE, ".claude/commands/experts/orders/expertise.md")
                .id();
        scene.looks();
        assertThat(scene.state()).isEqualTo(LearningState.DONE);
        assertThat(scene.learning().expert()).isEqualTo("orders");
    }

    @Test
    void aLineOfAWorktreeThatIsGoneIsWrittenOnceWhereItsCommitIsCheckedOutNext() throws IOException {
        GitFixture other =
                scene.repo().worktree(folder.resolve("other"), "other").after(scene.repo());
        other.commit("""
                        fix: name of an order

                        name() raised KeyError because imported orders have no name. Fall back to the id in name().
                        """)
                .with(
                        "app/orders.py",
                        orders("return sum(items or [])").replace("order[\"name\"]", "order.get(\"name\")"))
                .id();
        scene.repo().after(other);
        scene.pass(other.root(), new Request(false, true, "", Optional.empty(), "", "", "", false));
        assertThat(Files.readString(other.root().resolve(EXPERTISE))).contains("imported orders have no name");
        scene.repo().git("worktree", "remove", "--force", other.root().toString());
        scene.repo().tick();
        scene.pass();
        assertThat(scene.lines()).as("its commit is not checked out").hasSize(1);

        scene.repo().tick().git("merge", "-q", "other");
        scene.pass();
        scene.pass();
        assertThat(scene.lines()).hasSize(2).anyMatch(line -> line.contains("imported orders have no name"));
    }

    private void commitLine() {
        scene.repo().tick().git("commit", "-qam", "Take the line along");
        scene.pass();
    }

    private String line() {
        return scene.learning().text().text();
    }

    private void rewrite(String before, String after) {
        String text = scene.read();
        assertThat(text).contains("- " + before + "\n");
        scene.repo().write(EXPERTISE, text.replace("- " + before + "\n", after.isEmpty() ? "" : "- " + after + "\n"));
    }
}
