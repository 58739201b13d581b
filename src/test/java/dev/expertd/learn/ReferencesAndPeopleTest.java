package dev.expertd.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.git.GitFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people and git do while references follow the code. */
class ReferencesAndPeopleTest {
    private static final String CODE = "app/store.py";

    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void aFileThatRefersToALine() throws IOException {
        scene = Scene.in(folder);
        scene.repo()
                .commit("Describe")
                .with(CODE, code(0))
                .with(Scene.EXPERTISE, scene.read() + refers(10))
                .id();
        scene.pass();
        assertThat(scene.read()).endsWith(refers(10));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    /** {@code load} is defined in line 10, and further down by what is put above it. */
    private static String code(int above) {
        return "import os\n" + ("# above " + above + "\n").repeat(above) + "\n" + filler("a")
                + "def load(items):\n    return sorted(items)\n\n" + filler("b");
    }

    private static String filler(String name) {
        return "def " + name + "1():\n    return 1\n\n\ndef " + name + "2():\n    return 2\n\n";
    }

    private static String refers(int line) {
        return "\n## Notes\n\n- `load` (" + CODE + ":" + line + ") sorts\n";
    }

    private void shifts(int above) {
        scene.repo().commit("Import more").with(CODE, code(above)).id();
        scene.pass();
    }

    @Test
    void theNumberFollowsACommit() {
        shifts(3);
        assertThat(scene.read()).endsWith(refers(13));
        shifts(1);
        assertThat(scene.read()).endsWith(refers(11));
    }

    @Test
    void anAmendedCommitIsFollowedToo() {
        shifts(3);
        scene.repo().commit("Import more").with(CODE, code(5)).amending().id();
        scene.pass();
        assertThat(scene.read()).endsWith(refers(15));
    }

    @Test
    void aRevertTakesTheNumberBack() {
        shifts(3);
        scene.repo().tick().git("revert", "--no-edit", "HEAD");
        scene.pass();
        assertThat(scene.read()).endsWith(refers(10));
    }

    @Test
    void aMergedBranchIsFollowedAlongTheFirstParent() {
        scene.repo().branch("feature").commit("Import more").with(CODE, code(4)).id();
        scene.repo()
                .checkout("main")
                .commit("Other")
                .with("app/else.py", "x = 1\n")
                .id();
        scene.repo().merge("feature");
        scene.pass();
        assertThat(scene.read()).endsWith(refers(14));
    }

    @Test
    void aSwitchRewritesNothing() {
        scene.repo().branch("feature").commit("Import more").with(CODE, code(4)).id();
        scene.repo().checkout("main");
        scene.pass();
        scene.repo().checkout("feature");
        scene.pass();
        assertThat(scene.read()).endsWith(refers(10));
        scene.repo().checkout("main");
        scene.pass();
        assertThat(scene.read()).endsWith(refers(10));
    }

    @Test
    void theFirstCommitBehindASwitchIsFollowed() {
        scene.repo()
                .branch("feature")
                .commit("Other")
                .with("app/else.py", "x = 1\n")
                .id();
        scene.pass();
        scene.repo().checkout("main");
        shifts(4);
        assertThat(scene.read()).endsWith(refers(14));
    }

    @Test
    void whatANewCommitItselfPutRightStays() {
        scene.repo()
                .branch("feature")
                .commit("Other")
                .with("app/else.py", "x = 1\n")
                .id();
        scene.pass();
        scene.repo()
                .checkout("main")
                .commit("Import more")
                .with(CODE, code(4))
                .with(Scene.EXPERTISE, scene.read().replace(":10", ":14"))
                .id();
        scene.pass();
        assertThat(scene.read()).endsWith(refers(14));
    }

    @Test
    void aRenamedFileIsFollowedIfNoOtherCanBeMeant() {
        scene.repo().git("mv", CODE, "app/keep.py");
        scene.repo().commit("Rename").id();
        scene.pass();
        assertThat(scene.read()).contains("`load` (app/keep.py:10) sorts");
    }

    @Test
    void aRenameThatMayBeChanceRewritesNothing() {
        String licence = "# Copyright\n# All rights reserved\n# See LICENSE\n# SPDX: MIT\n";
        String text = scene.read() + "- `a/__init__.py` is empty, app/head.py says little\n";
        scene.repo()
                .commit("More")
                .with("a/__init__.py", licence)
                .with("b/__init__.py", licence)
                .with("app/head.py", licence + "x = 1\n")
                .with(Scene.EXPERTISE, text)
                .id();
        scene.pass();
        scene.repo()
                .commit("Tidy")
                .deleting("a/__init__.py")
                .deleting("b/__init__.py")
                .deleting("app/head.py")
                .with("c/__init__.py", licence)
                .with("d/other.py", licence + "def other():\n    return 2\n")
                .id();
        scene.pass();
        fix(scene.repo().root());
        assertThat(scene.read()).isEqualTo(text);
    }

    @Test
    void aCorrectionForACommitThatWasTakenBackIsNoGroundForTheNext() {
        shifts(3);
        scene.repo().git("reset", "-q", "--soft", "HEAD~1");
        scene.pass();
        scene.repo().commit("Import others").with(CODE, code(5)).id();
        scene.pass();
        assertThat(scene.read()).endsWith(refers(15));
        scene.repo().commit("Keep").with(Scene.EXPERTISE, scene.read()).id();
        shifts(7);
        shifts(8);
        scene.repo().git("reset", "-q", "HEAD~2");
        scene.pass();
        scene.repo().commit("Import most").with(CODE, code(9)).id();
        scene.pass();
        assertThat(scene.read()).endsWith(refers(19));
    }

    @Test
    void aCorrectionThatASwitchCarriedAlongIsNoGroundForTheOtherBranch() {
        scene.repo().branch("feature");
        shifts(3);
        scene.repo().checkout("main");
        scene.pass();
        scene.repo().commit("Import one").with(CODE, code(1)).id();
        scene.pass();
        assertThat(scene.read()).endsWith(refers(11));
    }

    @Test
    void aCommittedCorrectionStaysThroughARebase() {
        scene.repo().branch("feature");
        shifts(3);
        scene.repo().commit("Keep").with(Scene.EXPERTISE, scene.read()).id();
        scene.repo()
                .checkout("main")
                .commit("Other")
                .with("app/else.py", "x = 1\n")
                .id();
        scene.repo().checkout("feature").git("rebase", "-q", "main");
        scene.pass();
        assertThat(scene.read()).endsWith(refers(13));
        shifts(5);
        assertThat(scene.read()).endsWith(refers(15));
    }

    @Test
    void aSiblingOfTheLastCommitIsNoAmendment() {
        scene.repo().branch("feature");
        shifts(3);
        scene.repo().commit("Keep").with(Scene.EXPERTISE, scene.read()).id();
        scene.repo().checkout("main");
        shifts(1);
        assertThat(scene.read()).endsWith(refers(11));
    }

    @Test
    void whatACheckoutThrewAwayIsNotForcedOnAnybody() {
        shifts(3);
        scene.repo().git("checkout", "-q", ".");
        scene.pass();
        assertThat(scene.read()).endsWith(refers(10));
        shifts(5);
        assertThat(scene.read()).endsWith(refers(10));
        fix(scene.repo().root());
        assertThat(scene.read()).endsWith(refers(15));
    }

    @Test
    void aNumberThatNamesNoFileAndNothingOfOursIsLeftAlone() {
        String text = scene.read() + "\n- Line 10 of the output says OK\n- L10 cache misses; GH issue L4\n"
                + "\n| Step | Line | Meaning |\n|---|---|---|\n| 1 | 10 | started |\n";
        scene.repo().commit("More").with(Scene.EXPERTISE, text).id();
        scene.pass();
        shifts(3);
        fix(scene.repo().root());
        assertThat(scene.read()).isEqualTo(text.replace(refers(10), refers(13)));
    }

    @Test
    void aListOfNumbersIsPutRightAsAWholeOrNotAtAll() {
        String text = scene.read() + "- `" + CODE + "` (lines 1, 10 and 11)\n- `" + CODE + "` (lines 10 and 11)\n- "
                + CODE + ":10,11\n- lines 10 to 11 of `" + CODE + "`\n";
        scene.repo().commit("More").with(Scene.EXPERTISE, text).id();
        scene.pass();
        scene.repo()
                .commit("Import more")
                .with(CODE, "import sys\n" + code(2).replace("import os\n", ""))
                .id();
        scene.pass();
        assertThat(scene.read())
                .contains("(lines 1, 10 and 11)", "(lines 12 and 13)", CODE + ":10,11\n")
                .contains("lines 12 to 13 of");
    }

    @Test
    void aResetRewritesNothing() {
        scene.repo().commit("Import more").with(CODE, code(4)).id();
        scene.pass();
        scene.repo().git("checkout", "-q", "-f", "HEAD");
        scene.repo().git("reset", "-q", "--hard", "HEAD~1");
        scene.pass();
        assertThat(scene.read()).endsWith(refers(10));
    }

    @Test
    void aPullRewritesNothing() {
        GitFixture other = scene.repo().cloneTo(folder.resolve("other"));
        other.commit("Import more").with(CODE, code(6)).id();
        scene.repo().git("remote", "add", "origin", "file://" + other.root());
        scene.repo().git("-c", "protocol.file.allow=always", "pull", "-q", "--ff-only", "origin", "main");
        scene.pass();
        assertThat(scene.read()).endsWith(refers(10));
    }

    @Test
    void nothingIsWrittenInTheMiddleOfARebase() {
        scene.repo().branch("topic").commit("Import more").with(CODE, code(2)).id();
        scene.repo()
                .checkout("main")
                .commit("Import others")
                .with(CODE, code(7))
                .id();
        scene.repo().checkout("topic");
        scene.repo().run("rebase", "main");
        assertThat(scene.repo().root().resolve(".git/rebase-merge")).isDirectory();
        String before = scene.read();
        scene.pass();
        assertThat(scene.read()).isEqualTo(before);
        scene.repo().git("rebase", "--abort");
    }

    @Test
    void aNumberThatAPersonPutRightThemselvesStays() {
        scene.repo()
                .commit("Import more")
                .with(CODE, code(3))
                .with(Scene.EXPERTISE, scene.read().replace(":10", ":13"))
                .id();
        scene.pass();
        assertThat(scene.read()).endsWith(refers(13));
    }

    @Test
    void aNumberThatAPersonPutBackIsTheirs() {
        shifts(3);
        scene.repo().write(Scene.EXPERTISE, scene.read().replace(":13", ":10"));
        scene.repo().commit("Other").with("app/else.py", "x = 1\n").id();
        scene.pass();
        scene.pass();
        assertThat(scene.read()).endsWith(refers(10));
        scene.repo().commit("Keep").with(Scene.EXPERTISE, scene.read()).id();
        scene.pass();
        shifts(5);
        assertThat(scene.read()).endsWith(refers(10));
    }

    @Test
    void aLineThatIsGoneKeepsItsNumber() {
        scene.repo()
                .commit("Drop")
                .with(CODE, "import os\n\n" + filler("a") + filler("b") + filler("c"))
                .id();
        scene.pass();
        assertThat(scene.read()).endsWith(refers(10));
    }

    @Test
    void anExpertiseFileMayGoOrMove() {
        scene.repo()
                .commit("Drop")
                .deleting(Scene.EXPERTISE)
                .with(CODE, code(2))
                .id();
        scene.pass();
        assertThat(scene.repo().root().resolve(Scene.EXPERTISE)).doesNotExist();
    }

    @Test
    void settingsMayOnlyTell() {
        scene.repo()
                .commit("Settings")
                .with(".expertd.yml", "references: report\n")
                .id();
        scene.pass();
        shifts(3);
        assertThat(scene.read()).endsWith(refers(10));
    }

    @Test
    void aCleanTreeStaysCleanIfItShall() {
        scene.repo()
                .commit("Settings")
                .with(".expertd.yml", "learning:\n  write: with-changes\n")
                .id();
        scene.pass();
        shifts(3);
        assertThat(scene.read()).endsWith(refers(10));
        scene.repo().write("app/else.py", "x = 1\n");
        scene.pass();
        assertThat(scene.read()).endsWith(refers(13));
    }

    @Test
    void lineEndsMarksAndForeignLettersStay() throws IOException {
        String text = "\ufeff# \u00dcber\r\n\r\n- `load` (" + CODE
                + ":10-11) \u2192 caf\u00e9\r\n- `load`, lines 10\u201311 of " + CODE
                + "\r\n- mixed `load` (~line 10) in " + CODE + "\n\r\nend without line end";
        scene.repo().commit("Describe").with(Scene.EXPERTISE, text).id();
        scene.pass();
        shifts(3);
        assertThat(Files.readAllBytes(scene.repo().root().resolve(Scene.EXPERTISE)))
                .isEqualTo(text.replace(":10-11", ":13-14")
                        .replace("10\u201311", "13\u201314")
                        .replace("line 10)", "line 13)")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void codeThatCannotBeReadIsLeftAlone() {
        String text = scene.read() + "- `big` (app/big.py:3) and `blob` (app/blob.py:2)\n";
        scene.repo()
                .commit("More")
                .with("app/big.py", "a\nb\nbig = 1\n")
                .with("app/blob.py", "a\nblob = 1\n")
                .with(Scene.EXPERTISE, text)
                .id();
        scene.pass();
        scene.repo()
                .commit("Grow")
                .with("app/big.py", "x = 1\nb\nbig = 1\n" + "y = 2\n".repeat(300_000))
                .with("app/blob.py", "\0\0\n\nblob = 1\n")
                .id();
        scene.pass();
        assertThat(scene.read()).isEqualTo(text);
    }

    @Test
    void fiveThousandReferencesAndALongLineAreFollowed() {
        String many = IntStream.range(0, 5_000)
                .mapToObj(i -> "- `load` (" + CODE + ":10) for the " + i + "th time\n")
                .collect(Collectors.joining());
        scene.repo()
                .commit("Describe")
                .with(Scene.EXPERTISE, "# E\n\n" + "word ".repeat(20_000) + CODE + ":10\n\n" + many)
                .id();
        scene.pass();
        shifts(3);
        assertThat(scene.read()).contains(":13) for the 1th time").contains(" " + CODE + ":10\n");
    }

    @Test
    void aDetachedHeadAndALinkedWorktreeAreFollowed() throws IOException {
        GitFixture linked = scene.repo().worktree(folder.resolve("linked"), "side");
        scene.looks(linked.root());
        linked.commit("Import more").with(CODE, code(2)).id();
        scene.looks(linked.root());
        assertThat(Files.readString(linked.root().resolve(Scene.EXPERTISE))).endsWith(refers(12));
        assertThat(scene.read()).endsWith(refers(10));
        scene.repo().git("checkout", "-q", "--detach");
        scene.pass();
        shifts(3);
        assertThat(scene.read()).endsWith(refers(13));
    }

    @Test
    void shallowClonesAndEmptyRepositoriesAreLookedAtWithoutComplaint() throws IOException {
        GitFixture shallow = scene.repo().cloneTo(folder.resolve("shallow"), "--depth", "1");
        scene.looks(shallow.root());
        shallow.commit("Import more").with(CODE, code(3)).id();
        scene.looks(shallow.root());
        assertThat(Files.readString(shallow.root().resolve(Scene.EXPERTISE))).endsWith(refers(13));
        GitFixture empty = GitFixture.init(folder.resolve("empty"));
        empty.write(Scene.EXPERTISE, refers(3));
        scene.looks(empty.root());
        fix(empty.root());
        assertThat(Files.readString(empty.root().resolve(Scene.EXPERTISE))).isEqualTo(refers(3));
    }

    @Test
    void putRightTwiceIsPutRightOnce() {
        scene.repo().commit("Import more").with(CODE, code(3)).id();
        fix(scene.repo().root());
        String once = scene.read();
        assertThat(once).endsWith(refers(13));
        fix(scene.repo().root());
        scene.pass();
        assertThat(scene.read()).isEqualTo(once);
        assertThat(List.of(once.split("\n", -1))).hasSizeGreaterThan(5);
    }

    private void fix(Path root) {
        new Learner(scene.places(), scene.journal(), Scene.drafters(), scene.clock()).fixReferences(root);
    }
}
