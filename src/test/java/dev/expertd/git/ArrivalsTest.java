package dev.expertd.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which commits were made in this clone, and which came from elsewhere. */
class ArrivalsTest extends ReaderContract {
    private GitFixture theirs;
    private GitFixture ours;
    private String old;

    @SuppressWarnings("NullAway.Init") // cloneTwice sets them
    ArrivalsTest(GitReaders.Way way) {
        super(way);
    }

    @BeforeEach
    void cloneTwice() {
        old = repo.commit("old").touching("old").id();
        Path hub = folder.resolve("hub.git");
        repo.git("clone", "-q", "--bare", repo.root().toString(), hub.toString());
        GitFixture server = GitFixture.at(hub).after(repo);
        theirs = server.cloneTo(folder.resolve("theirs")).by("Bob", "bob@example.org");
        ours = server.cloneTo(folder.resolve("ours")).by("Ada", "ada@example.org");
    }

    private void git(GitFixture fixture, String... words) {
        String[] line = new String[words.length + 2];
        line[0] = "-c";
        line[1] = "protocol.file.allow=always";
        System.arraycopy(words, 0, line, 2, words.length);
        fixture.git(line);
    }

    private void assertImported(String... ids) {
        try (GitReader git = open(ours)) {
            assertThat(git.imported(List.of(ids))).containsExactlyInAnyOrder(ids);
        }
    }

    private void assertMadeHere(String... ids) {
        try (GitReader git = open(ours)) {
            assertThat(git.imported(List.of(ids))).isEmpty();
        }
    }

    private String theirCommit(String file) {
        String id = theirs.after(ours).commit("theirs").touching(file).id();
        git(theirs, "push", "-q");
        return id;
    }

    @Test
    void whatTheCloneBroughtIsImported() {
        assertImported(old);
    }

    @Test
    void withoutARemoteNothingIsImported() {
        try (GitReader git = open(repo)) {
            assertThat(git.imported(List.of(old))).isEmpty();
        }
    }

    @Test
    void aCommitIsMadeHereAlsoWhenItIsPushedAtOnce() {
        String unsent = ours.commit("mine").touching("a").id();
        assertMadeHere(unsent);
        git(ours, "push", "-q"); // in the same second, as the fixture's clock has it
        assertMadeHere(unsent);
    }

    @Test
    void aFastForwardPullIsImportedAlsoInTheSecondOfTheFetch() {
        String one = theirCommit("b");
        ours.after(theirs).tick();
        git(ours, "pull", "-q", "--ff-only");
        assertThat(ours.head()).isEqualTo(one);
        assertImported(one);
        String two = theirCommit("b");
        String three = theirCommit("b");
        ours.after(theirs).tick();
        git(ours, "fetch", "-q");
        ours.tick().git("reset", "-q", "--hard", "@{u}");
        assertImported(two, three);
    }

    @Test
    void ownCommitsRebasedByAPullAreMadeHere() {
        String theirCommit = theirCommit("b");
        String first = ours.after(theirs).commit("mine").touching("a").id();
        ours.commit("mine too").touching("a").id();
        ours.tick();
        git(ours, "pull", "-q", "--rebase");
        String rebased = ours.head();
        String parent = ours.git("rev-parse", "HEAD~1").strip();
        assertThat(parent).isNotEqualTo(first);
        git(ours, "push", "-q");
        assertMadeHere(rebased, parent, first);
        assertImported(theirCommit);
    }

    @Test
    void aMergeIsMadeHereAndWhatItMergedIsImported() {
        String theirCommit = theirCommit("b");
        String mine = ours.after(theirs).commit("mine").touching("a").id();
        ours.tick();
        git(ours, "pull", "-q", "--no-rebase", "--no-edit");
        String merge = ours.head();
        assertMadeHere(merge, mine);
        git(ours, "push", "-q");
        assertMadeHere(merge, mine);
        assertImported(theirCommit);
    }

    @Test
    void afterAForcePushUpstreamTheNewCommitsAreImported() {
        String before = theirCommit("b");
        ours.after(theirs).tick();
        git(ours, "pull", "-q");
        String after = theirs.after(ours)
                .commit("theirs, amended")
                .touching("c")
                .amending()
                .id();
        git(theirs, "push", "-q", "--force");
        ours.after(theirs).tick();
        git(ours, "fetch", "-q");
        ours.tick().git("reset", "-q", "--hard", "@{u}");
        assertThat(before).isNotEqualTo(after);
        assertImported(after);
    }

    @Test
    void anAmendedCommitIsMadeHere() {
        String first = ours.commit("mine").touching("a").id();
        String second = ours.commit("mine, better").touching("a").amending().id();
        git(ours, "push", "-q");
        assertMadeHere(first, second);
    }

    @Test
    void commitsOfOtherWorktreesAndBranchesAreMadeHere() {
        GitFixture linked = ours.worktree(folder.resolve("linked"), "side").by("Ada", "ada@example.org");
        String side = linked.commit("side").touching("s").id();
        git(linked, "push", "-q", "origin", "side");
        String plumbed = ours.tick()
                .git("commit-tree", "-p", "HEAD", "-m", "plumbed", "HEAD^{tree}")
                .strip();
        ours.git("update-ref", "--create-reflog", "refs/heads/plumbed", plumbed);
        git(ours, "push", "-q", "origin", "plumbed");
        assertMadeHere(side, plumbed);
        ours.git("worktree", "remove", "-f", linked.root().toString());
        assertMadeHere(side);
    }

    @Test
    void lookingAtSomebodysBranchDoesNotMakeItOurs() {
        theirs.branch("topic");
        String topic = theirs.commit("topic").touching("t").id();
        git(theirs, "push", "-q", "origin", "topic");
        ours.after(theirs).tick();
        git(ours, "fetch", "-q");
        ours.tick().git("checkout", "-q", "topic");
        assertImported(topic);
    }

    @Test
    void aMissingCommitIsNotImported() {
        assertMadeHere("deadbeef".repeat(5), "", "no id");
    }
}
