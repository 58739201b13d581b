package dev.expertd.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.expertd.model.Commit;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories that JGit would misread go to the git command line, or are refused. */
class FormatsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static GitReader open(GitFixture repo) {
        return GitReaders.open(repo.root(), repo.environment(), Optional.empty());
    }

    private static GitReader openWithoutGit(GitFixture repo) {
        Map<String, String> environment = new HashMap<>(repo.environment());
        environment.put("PATH", "");
        return GitReaders.open(repo.root(), environment, Optional.empty());
    }

    @Test
    void anOrdinaryRepositoryNeedsNoGit() {
        GitFixture repo = GitFixture.init(folder.resolve("repo"));
        String id = repo.commit("root").touching("a").id();
        repo.git("config", "core.repositoryformatversion", "1");
        repo.git("config", "extensions.worktreeConfig", "true");
        try (GitReader git = openWithoutGit(repo)) {
            assertThat(git.head()).contains(id);
        }
    }

    @Test
    void aRepositoryWithLongIdsIsReadByGit() {
        GitFixture repo = GitFixture.init(folder.resolve("repo"), "--object-format=sha256");
        String one = repo.commit("root").with("a", "one\n").id();
        String two = repo.commit("next").renaming("a", "b").with("b", "two\n").id();
        try (GitReader git = open(repo)) {
            assertThat(git.head()).contains(two).get().asString().hasSize(64);
            assertThat(git.reachable(List.of(two), List.of(one), 9)).containsExactly(two);
            Commit commit = git.commit(two).orElseThrow();
            assertThat(commit.parents()).containsExactly(one);
            assertThat(git.changedBlobs(two)).hasSize(2);
            assertThat(git.text(two, "b")).contains("two\n");
            assertThat(git.patchId(two)).isPresent();
            assertThat(git.commit(one).orElseThrow().files()).hasSize(1);
            assertThat(git.headLog("")).extracting(ReflogEntry::newId).containsExactly(one, two);
            assertThat(git.snapshot(path -> false).isClean()).isTrue();
            repo.write("b", "three\n");
            assertThat(git.snapshot(path -> false).changed())
                    .isEqualTo(Map.of("b", repo.git("hash-object", "b").strip()));
        }
        assertUnsupported(repo, "objectformat");
    }

    private static void assertUnsupported(GitFixture repo, String reason) {
        assertThatThrownBy(() -> openWithoutGit(repo))
                .isInstanceOf(GitException.class)
                .hasMessageContaining("unsupported")
                .hasMessageContaining(reason)
                .message()
                .hasLineCount(1);
    }

    @Test
    void aPartialCloneIsReadWithoutFetching() throws Exception {
        GitFixture repo = GitFixture.init(folder.resolve("repo"));
        repo.git("config", "uploadpack.allowFilter", "true");
        String one = repo.commit("root").with("a", "line\n".repeat(20)).id();
        String two = repo.commit("next")
                .renaming("a", "b")
                .with("b", "line\n".repeat(20) + "end\n")
                .id();
        GitFixture partial = repo.cloneTo(folder.resolve("partial"), "--filter=blob:none", "--no-checkout");
        Map<String, String> before = GitFixture.state(partial.root());
        try (GitReader git = open(partial)) {
            assertThat(git.reachable(List.of(two), List.of(), 9)).containsExactly(one, two);
            Commit commit = git.commit(two).orElseThrow();
            assertThat(commit.files()).extracting(change -> change.path()).containsExactly("a", "b");
            assertThat(git.diff(two, commit.files().get(1))).isEmpty();
            assertThat(git.text(two, "b")).isEmpty();
            assertThat(git.patchId(two)).isPresent();
            assertThat(git.commit(one).orElseThrow().files()).hasSize(1);
            assertThat(git.snapshot(path -> false).known()).isTrue();
        }
        assertThat(GitFixture.state(partial.root())).isEqualTo(before);
        assertUnsupported(partial, "partial");
    }

    @Test
    void unknownExtensionsAreUnsupported() {
        GitFixture repo = GitFixture.init(folder.resolve("repo"));
        repo.commit("root").touching("a").id();
        repo.git("config", "core.repositoryformatversion", "1");
        repo.git("config", "extensions.fromTheFuture", "true");
        assertThatThrownBy(() -> open(repo))
                .isInstanceOf(GitException.class)
                .hasMessageContaining("unsupported")
                .hasMessageContaining("fromthefuture");
    }

    @Test
    void anUnknownVersionOrASettingThatIsNoneIsOneLine() throws Exception {
        GitFixture repo = GitFixture.init(folder.resolve("repo"));
        repo.commit("root").touching("a").id();
        Path config = repo.root().resolve(".git/config");
        byte[] usual = Files.readAllBytes(config);
        for (String setting : List.of("core.repositoryformatversion=2", "core.bare=perhaps", "core.filemode=1=2")) {
            repo.git("config", setting.split("=", 2)[0], setting.split("=", 2)[1]);
            assertThatThrownBy(() -> open(repo))
                    .as(setting)
                    .isInstanceOf(GitException.class)
                    .message()
                    .hasLineCount(1);
            Files.write(config, usual);
        }
    }

    @Test
    void objectsBorrowedInAWayThatOnlyGitUnderstandsAreFound() throws Exception {
        GitFixture repo = GitFixture.init(folder.resolve("a \"shop\""));
        String one = repo.commit("root").touching("a").id();
        GitFixture borrower = GitFixture.at(folder.resolve("borrower")).after(repo);
        repo.git(
                "clone",
                "-q",
                "--shared",
                repo.root().toString(),
                borrower.root().toString());
        String two = borrower.commit("next").touching("a").id();
        Path alternates = borrower.root().resolve(".git/objects/info/alternates");
        String usual = Files.readString(alternates);
        for (String named : List.of(
                usual,
                "# borrowed\n\n" + usual,
                "../../../a \"shop\"/.git/objects\n",
                "\"../../../a \\\"shop\\\"/.git/objects\"\n",
                usual + "/gone/objects\n")) {
            Files.writeString(alternates, named);
            try (GitReader git = open(borrower)) {
                assertThat(git.reachable(List.of(two), List.of(), 9)).as(named).containsExactly(one, two);
                assertThat(git.text(one, "a")).as(named).isPresent();
            }
        }
    }

    @Test
    void refsInAnotherFormatAreReadByAGitThatKnowsThem() {
        GitFixture repo = GitFixture.init(folder.resolve("repo"));
        Path target = folder.resolve("reftable");
        boolean isKnown = repo.run("init", "-q", "-b", "main", "--ref-format=reftable", target.toString())
                        .status()
                == 0;
        assumeTrue(isKnown, "skipped: this git is too old for reftable");
        GitFixture reftable = GitFixture.at(target);
        String one = reftable.commit("one").touching("a").id();
        GitFixture linked = reftable.worktree(folder.resolve("linked"), "side");
        String side = linked.commit("side").touching("b").id();
        try (GitReader git = open(linked)) {
            assertThat(git.head()).contains(side);
            assertThat(git.branch()).contains("side");
            assertThat(git.tips()).containsEntry("refs/heads/main", one);
            assertThat(git.headLog("")).extracting(ReflogEntry::newId).contains(side);
        }
    }

    @Test
    void aSplitIndexIsReadByGit() {
        GitFixture repo = GitFixture.init(folder.resolve("repo"));
        repo.commit("root").touching("a", "b").id();
        repo.git("update-index", "--split-index");
        repo.write("a", "changed\n");
        try (GitReader git = open(repo)) {
            assertThat(git.snapshot(path -> false).changed()).containsOnlyKeys("a");
        }
    }

    @Test
    void aRepositoryOfVeryManyObjectsIsReadByGit() throws Exception {
        GitFixture repo = GitFixture.init(folder.resolve("repo"));
        String id = repo.commit("root").touching("a").id();
        Path packs = Files.createDirectories(repo.root().resolve(".git/objects/pack"));
        try (var index = new RandomAccessFile(packs.resolve("pack-large.idx").toFile(), "rw")) {
            index.setLength(Formats.PACK_INDEX_LIMIT + 1); // a sparse file, without a pack
        }
        try (GitReader git = open(repo)) {
            assertThat(git.head()).contains(id);
        }
        assertUnsupported(repo, "very many objects");
    }
}
