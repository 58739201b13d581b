package dev.expertd.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Commit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What both ways of reading say of commits and refs. */
class HistoryContractTest extends ReaderContract {
    private static final String MISSING = "deadbeef".repeat(5);

    HistoryContractTest(GitReaders.Way way) {
        super(way);
    }

    @Test
    void aRepositoryWithoutCommitsHasABranchAndNoHead() {
        try (GitReader git = open()) {
            assertThat(git.head()).isEmpty();
            assertThat(git.branch()).contains("main");
            assertThat(git.tips()).isEmpty();
            assertThat(git.headLog("")).isEmpty();
            assertThat(git.commit("")).isEmpty();
        }
    }

    @Test
    void aDetachedHeadHasNoBranch() {
        String first = repo.commit("one").touching("a").id();
        repo.commit("two").touching("a").id();
        repo.git("checkout", "-q", first);
        try (GitReader git = open()) {
            assertThat(git.head()).contains(first);
            assertThat(git.branch()).isEmpty();
        }
    }

    @Test
    void tipsAreBranchesRemoteBranchesAndPeeledTags() {
        String id = repo.commit("one").touching("a").id();
        repo.git("branch", "side/line");
        repo.git("tag", "light");
        repo.git("tag", "-a", "-m", "tag", "annotated");
        repo.git("tag", "-a", "-m", "tag of a tag", "nested", "annotated");
        repo.git("tag", "no-commit", "HEAD^{tree}");
        repo.git("update-ref", "refs/remotes/origin/main", id);
        repo.git("stash", "list");
        try (GitReader git = open()) {
            assertThat(git.tips())
                    .containsOnlyKeys(
                            "refs/heads/main",
                            "refs/heads/side/line",
                            "refs/remotes/origin/main",
                            "refs/tags/annotated",
                            "refs/tags/light",
                            "refs/tags/nested")
                    .allSatisfy((ref, tip) -> assertThat(tip).isEqualTo(id));
        }
    }

    @Test
    void packedAndCollectedRepositoriesReadTheSame() {
        String one = repo.commit("one").touching("a").id();
        repo.git("tag", "-a", "-m", "t", "v1");
        String two = repo.commit("two").touching("a").id();
        repo.git("gc", "-q");
        String three = repo.commit("three").touching("a").id();
        try (GitReader git = open()) {
            assertThat(git.tips()).containsEntry("refs/heads/main", three).containsEntry("refs/tags/v1", one);
            assertThat(git.reachable(List.of(three), List.of(), 9)).containsExactly(one, two, three);
            assertThat(git.commit(two).orElseThrow().files()).hasSize(1);
        }
    }

    @Test
    void reachableIsWhatRevListSays() {
        repo.commit("root").touching("root").id();
        for (String name : List.of("x", "y", "z")) {
            repo.checkout("main").branch(name);
            repo.commit(name + "1").touching(name).id();
            repo.commit(name + "2").touching(name).id();
            repo.commit(name + "3").touching(name).id();
        }
        repo.checkout("main");
        repo.commit("main").touching("m").id();
        repo.merge("x");
        String octopus = repo.merge("y", "z");
        String tip = repo.commit("after").touching("m").id();
        try (GitReader git = open()) {
            assertThat(git.reachable(List.of(tip), List.of(), 100))
                    .containsExactlyElementsOf(revList("--topo-order", "--reverse", "main"));
            String x1 = repo.git("rev-parse", "x~2").strip();
            String y = repo.git("rev-parse", "y").strip();
            assertThat(git.reachable(List.of(tip, octopus), List.of(x1, y, MISSING), 100))
                    .containsExactlyElementsOf(revList("--topo-order", "--reverse", "main", "^" + x1, "^" + y));
            assertThat(git.commit(octopus).orElseThrow().parents()).hasSize(3);
        }
    }

    private List<String> revList(String... arguments) {
        return repo.git(Stream.concat(Stream.of("rev-list"), Stream.of(arguments))
                        .toArray(String[]::new))
                .lines()
                .toList();
    }

    @Test
    void ofTooManyCommitsTheNewestAreTaken() {
        repo.commit("1").touching("a").id();
        String two = repo.commit("2").touching("a").id();
        String three = repo.commit("3").touching("a").id();
        try (GitReader git = open()) {
            assertThat(git.reachable(List.of(three), List.of(), 2)).containsExactly(two, three);
            assertThat(git.reachable(List.of(three), List.of(), 0)).isEmpty();
        }
    }

    @Test
    void commitsWithWrongDatesAreNotReplayed() {
        String base = repo.commit("base").touching("a").id();
        repo.set("GIT_COMMITTER_DATE", "1000000000 +0000").set("GIT_AUTHOR_DATE", "1000000000 +0000");
        repo.git("commit", "-q", "--allow-empty", "-m", "from the past");
        String past = repo.head();
        String tip = repo.commit("now").touching("a").id();
        try (GitReader git = open()) {
            assertThat(git.reachable(List.of(tip), List.of(past), 9)).containsExactly(tip);
            assertThat(git.reachable(List.of(tip), List.of(base), 9)).containsExactly(past, tip);
        }
    }

    @Test
    void missingIdsAreDroppedOnBothSides() {
        String id = repo.commit("one").touching("a").id();
        try (GitReader git = open()) {
            assertThat(git.reachable(List.of(MISSING, "no id"), List.of(), 9)).isEmpty();
            assertThat(git.reachable(List.of(id, MISSING), List.of(MISSING, "", "0".repeat(40)), 9))
                    .containsExactly(id);
            assertThat(git.has(MISSING)).isFalse();
            assertThat(git.has(id)).isTrue();
            assertThat(git.isAncestor(MISSING, id)).isFalse();
            assertThat(git.isAncestor(id, MISSING)).isFalse();
        }
    }

    @Test
    void anAncestorIsReachableFromItsDescendants() {
        String one = repo.commit("one").touching("a").id();
        repo.branch("side");
        String side = repo.commit("side").touching("b").id();
        repo.checkout("main");
        String two = repo.commit("two").touching("a").id();
        try (GitReader git = open()) {
            for (int question = 0; question < 5; question++) { // the answers to many are kept
                assertThat(git.isAncestor(one, two)).isTrue();
                assertThat(git.isAncestor(one, one)).isTrue();
                assertThat(git.isAncestor(two, one)).isFalse();
                assertThat(git.isAncestor(side, two)).isFalse();
                assertThat(git.isAncestor(MISSING, two)).isFalse();
            }
        }
    }

    @Test
    void revisionsAndShortIdsAreResolved() {
        String one = repo.commit("one").touching("a").id();
        String two = repo.commit("two").touching("a").id();
        repo.git("tag", "-a", "-m", "t", "v1", one);
        try (GitReader git = open()) {
            assertThat(git.resolve("HEAD~1")).contains(one);
            assertThat(git.resolve("v1")).contains(one);
            assertThat(git.resolve("main")).contains(two);
            assertThat(git.resolve(two.substring(0, 8))).contains(two);
            assertThat(git.resolve("nonsense")).isEmpty();
            assertThat(git.resolve("--help")).isEmpty();
            assertThat(git.resolve("HEAD:a")).isEmpty();
            assertThat(git.resolve("")).isEmpty();
            assertThat(git.commit(two.substring(0, 8)).map(Commit::id)).contains(two);
            assertThat(git.commit("main")).isEmpty();
        }
    }

    @Test
    void aCommitHasItsAuthorItsDatesAndItsMessage() {
        repo.set("GIT_COMMITTER_EMAIL", "bob@example.org");
        String id = repo.commit("fix: x\n\nBecause of y.\n").touching("a").id();
        try (GitReader git = open()) {
            Commit commit = git.commit(id).orElseThrow();
            assertThat(commit.author()).isEqualTo("ada@example.org");
            assertThat(commit.authored()).isEqualTo(OffsetDateTime.parse("2026-01-05T09:01:00+01:00"));
            assertThat(commit.committed()).isEqualTo(commit.authored().toInstant());
            assertThat(commit.message()).isEqualTo("fix: x\n\nBecause of y.\n");
            assertThat(commit.parents()).isEmpty();
            assertThat(git.treeId(id))
                    .contains(repo.git("rev-parse", "HEAD^{tree}").strip());
        }
    }

    @Test
    void messagesAreDecodedAsTheyWereEncoded() throws Exception {
        repo.commit("root").touching("a").id();
        Path message = folder.resolve("message");
        Files.write(message, "Grün".getBytes(StandardCharsets.ISO_8859_1));
        String declared = commitWith("i18n.commitEncoding=ISO-8859-1", message);
        String undeclared = commitWith("i18n.commitEncoding=UTF-8", message);
        String unknown = commitWith("i18n.commitEncoding=klingon", message);
        try (GitReader git = open()) {
            for (String id : List.of(declared, undeclared, unknown)) {
                assertThat(git.commit(id).orElseThrow().subject()).isEqualTo("Grün");
            }
        }
    }

    private String commitWith(String setting, Path message) {
        repo.tick();
        repo.git("-c", setting, "commit", "-q", "--allow-empty", "-F", message.toString());
        return repo.head();
    }

    @Test
    void theHeadLogGoesOnBehindTheEntryAlreadySeen() {
        String one = repo.commit("one").touching("a").id();
        try (GitReader git = open()) {
            List<ReflogEntry> first = git.headLog("");
            assertThat(first).extracting(ReflogEntry::newId).containsExactly(one);
            String two = repo.commit("two").touching("a").id();
            repo.git("reset", "-q", "--hard", one);
            repo.git("config", "gc.reflogExpire", "never");
            repo.git("config", "gc.reflogExpireUnreachable", "never");
            repo.git("gc", "-q");
            List<ReflogEntry> fresh = git.headLog(first.get(0).hash());
            assertThat(fresh).extracting(ReflogEntry::oldId).containsExactly(one, two);
            assertThat(fresh).extracting(ReflogEntry::newId).containsExactly(two, one);
            assertThat(fresh).extracting(ReflogEntry::email).containsOnly("ada@example.org");
            assertThat(git.headLog("unknown")).hasSize(3);
        }
    }

    @Test
    void anEntryOfTheHeadLogIsFoundHoweverManyFollowed() throws IOException {
        repo.commit("one").touching("a").id();
        try (GitReader git = open()) {
            ReflogEntry first = git.headLog("").get(0);
            String two = repo.commit("two").touching("a").id();
            Path log = repo.root().resolve(".git/logs/HEAD");
            String line = Files.readString(log).lines().toList().get(1);
            int many = 2000;
            Files.writeString(log, (line + "\n").repeat(many), StandardOpenOption.APPEND);

            assertThat(git.headLog(first.hash())).hasSize(many + 1);
            assertThat(git.timesCheckedOut(two)).isEqualTo(many + 1);
            assertThat(git.timesCheckedOut(first.newId())).isEqualTo(1);
        }
    }

    @Test
    void aCommitThatGitRemovedIsGoneThoughItWasReadBefore() {
        String kept = repo.commit("kept").touching("a").id();
        String gone = repo.commit("gone").touching("b").id();
        GitFixture other = GitFixture.init(folder.resolve("other"));
        other.commit("other").touching("c").id();
        try (GitReader git = open();
                GitReader elsewhere = open(other)) {
            assertThat(git.has(gone)).isTrue();
            assertThat(git.reachable(List.of(gone), List.of(), 10)).containsExactly(kept, gone);
            assertThat(elsewhere.has(gone)).as("in another repository").isFalse();
            assertThat(elsewhere.isAncestor(kept, gone)).isFalse();
        }
        repo.git("reset", "-q", "--hard", kept);
        repo.git("reflog", "expire", "--expire=now", "--all");
        repo.git("gc", "-q", "--prune=now");
        try (GitReader git = open()) {
            assertThat(git.has(gone)).isFalse();
            assertThat(git.commit(gone)).isEmpty();
            assertThat(git.reachable(List.of(gone), List.of(), 10)).isEmpty();
            assertThat(git.isAncestor(kept, gone)).isFalse();
            assertThat(git.has(kept)).isTrue();
        }
    }

    @Test
    void aShallowCloneEndsAtItsBoundaryAndUnshallowingAddsWhatIsOlder() {
        String one = repo.commit("one").touching("a").id();
        String two = repo.commit("two").touching("a").id();
        String three = repo.commit("three").touching("a").id();
        GitFixture shallow = repo.cloneTo(folder.resolve("shallow"), "--depth", "2");
        try (GitReader git = open(shallow)) {
            assertThat(git.reachable(List.of(three), List.of(), 9)).containsExactly(two, three);
            Commit boundary = git.commit(two).orElseThrow();
            assertThat(boundary.parents()).containsExactly(one);
            assertThat(boundary.files()).isEmpty();
            assertThat(git.patchId(two)).isEmpty();
            assertThat(git.commit(three).orElseThrow().files()).hasSize(1);
        }
        shallow.git("-c", "protocol.file.allow=always", "fetch", "-q", "--unshallow");
        try (GitReader git = open(shallow)) {
            assertThat(git.reachable(List.of(three), List.of(three), 9)).isEmpty();
            assertThat(git.reachable(List.of(three), List.of(), 9)).containsExactly(one, two, three);
        }
    }

    @Test
    void replacedCommitsAreReadAsTheyAre() {
        String one = repo.commit("one").touching("a").id();
        String two = repo.commit("two").touching("a").id();
        repo.git("replace", two, one);
        try (GitReader git = open()) {
            assertThat(git.commit(two).orElseThrow().subject()).isEqualTo("two");
            assertThat(git.reachable(List.of(two), List.of(), 9)).containsExactly(one, two);
        }
    }
}
