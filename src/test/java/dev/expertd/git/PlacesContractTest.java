package dev.expertd.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where both ways of reading find a repository, and where they refuse one. */
class PlacesContractTest extends ReaderContract {
    PlacesContractTest(GitReaders.Way way) {
        super(way);
    }

    private static GitLayout layout(Path inside) {
        return GitReaders.layout(inside);
    }

    @Test
    void aRepositoryIsFoundFromAnyFolderInside() throws IOException {
        repo.commit("root").touching("deep/er/a").id();
        Path root = repo.root().toRealPath();
        assertThat(layout(root.resolve("deep/er")))
                .isEqualTo(new GitLayout(root, root.resolve(".git"), root.resolve(".git")));
    }

    @Test
    void aLinkedWorktreeHasItsOwnHeadAndTheRepositorysBranches() throws IOException {
        String main = repo.commit("root").touching("a").id();
        GitFixture linked = repo.worktree(folder.resolve("linked"), "side");
        String side = linked.commit("side").touching("b").id();
        repo.git("pack-refs", "--all");
        try (GitReader git = open(linked)) {
            assertThat(git.layout().commonDir())
                    .isEqualTo(repo.root().toRealPath().resolve(".git"));
            assertThat(git.layout().gitDir().getFileName()).hasToString("linked");
            assertThat(git.head()).contains(side);
            assertThat(git.branch()).contains("side");
            assertThat(git.tips()).containsEntry("refs/heads/main", main).containsEntry("refs/heads/side", side);
            assertThat(git.headLog("")).extracting(ReflogEntry::newId).contains(side);
            assertThat(git.worktrees())
                    .containsExactly(repo.root().toRealPath(), linked.root().toRealPath());
            assertThat(git.snapshot(path -> false).isClean()).isTrue();
            linked.write("b", "changed\n");
            assertThat(git.snapshot(path -> false).changed()).containsOnlyKeys("b");
        }
        try (GitReader git = open()) {
            assertThat(git.head()).contains(main);
            assertThat(git.worktrees()).hasSize(2);
            repo.git("worktree", "remove", "-f", linked.root().toString());
            assertThat(git.worktrees()).containsExactly(repo.root().toRealPath());
        }
    }

    @Test
    void aWorktreeOfABareRepositoryIsRead() throws IOException {
        repo.commit("root").touching("a").id();
        repo.cloneTo(folder.resolve("bare.git"), "--bare");
        GitFixture bare = GitFixture.at(folder.resolve("bare.git"));
        GitFixture linked = bare.worktree(folder.resolve("linked"), "side").after(repo);
        String side = linked.commit("side").touching("b").id();
        try (GitReader git = open(linked)) {
            assertThat(git.head()).contains(side);
            assertThat(git.worktrees()).containsExactly(linked.root().toRealPath());
            assertThat(git.snapshot(path -> false).isClean()).isTrue();
        }
        assertThatThrownBy(() -> open(bare)).isInstanceOf(GitException.class).hasMessageContaining("bare");
    }

    @Test
    void aSubmoduleIsARepositoryOfItsOwn() throws IOException {
        GitFixture library = GitFixture.init(folder.resolve("library"));
        String lib = library.commit("lib").touching("x").id();
        repo.git(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "-q",
                "add",
                library.root().toString(),
                "lib");
        repo.commit("submodule").id();
        GitFixture submodule = GitFixture.at(repo.root().resolve("lib"));
        try (GitReader git = open(submodule)) {
            assertThat(git.layout().workTree())
                    .isEqualTo(repo.root().toRealPath().resolve("lib"));
            assertThat(git.layout().gitDir()).endsWith(Path.of(".git/modules/lib"));
            assertThat(git.head()).contains(lib);
            assertThat(git.worktrees()).containsExactly(git.layout().workTree());
            assertThat(git.snapshot(path -> false).isClean()).isTrue();
        }
    }

    @Test
    void aSeparateGitDirectoryIsFound() {
        GitFixture apart = GitFixture.init(
                folder.resolve("apart"),
                "--separate-git-dir",
                folder.resolve("store").toString());
        String id = apart.commit("root").touching("a").id();
        try (GitReader git = open(apart)) {
            assertThat(git.layout().gitDir()).endsWith(Path.of("store"));
            assertThat(git.head()).contains(id);
            assertThat(git.snapshot(path -> false).isClean()).isTrue();
        }
    }

    /** A submodule of old, or one that was moved into place by hand, holds its git directory itself. */
    @Test
    void aSubmoduleThatHoldsItsOwnGitDirectoryAndOneInsideAnotherAreRead() {
        GitFixture inner = GitFixture.init(folder.resolve("inner"));
        String deep = inner.commit("inner").touching("y").id();
        GitFixture lib = GitFixture.init(repo.root().resolve("lib"));
        String own = lib.commit("lib").touching("x").id();
        lib.git(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "-q",
                "add",
                inner.root().toString(),
                "deep");
        repo.git("submodule", "-q", "add", "https://example.org/lib.git", "lib");
        repo.commit("submodule").id();
        try (GitReader git = open(lib)) {
            assertThat(git.layout().gitDir()).endsWith(Path.of("lib/.git"));
            assertThat(git.head()).contains(own);
        }
        try (GitReader git = open(GitFixture.at(lib.root().resolve("deep")))) {
            assertThat(git.layout().gitDir()).endsWith(Path.of("lib/.git/modules/deep"));
            assertThat(git.head()).contains(deep);
            assertThat(git.snapshot(path -> false).isClean()).isTrue();
        }
        repo.git("submodule", "absorbgitdirs");
        try (GitReader git = open(lib)) {
            assertThat(git.layout().gitDir()).endsWith(Path.of(".git/modules/lib"));
            assertThat(git.head()).contains(own);
        }
    }

    /** Objects of a clone may lie in another repository, and of that one's in a third. */
    @Test
    void borrowedObjectsAreFoundWhereverTheyLie() {
        String one = repo.commit("root").touching("a").id();
        GitFixture second = GitFixture.at(folder.resolve("the \"second\"")).after(repo);
        repo.git(
                "clone", "-q", "--shared", repo.root().toString(), second.root().toString());
        String two = second.commit("next").touching("a").id();
        GitFixture third = GitFixture.at(folder.resolve("third")).after(second);
        repo.git(
                "clone",
                "-q",
                "--reference",
                second.root().toString(),
                "file://" + second.root(),
                third.root().toString());
        String three = third.commit("last").touching("a").id();
        try (GitReader git = open(third)) {
            assertThat(git.reachable(List.of(three), List.of(), 9)).containsExactly(one, two, three);
            assertThat(git.text(one, "a")).isPresent();
            assertThat(git.snapshot(path -> false).isClean()).isTrue();
        }
    }

    /** Git sets them for hooks and aliases; they would lead elsewhere. */
    @Test
    void whatAGitAboveSaysOfItsRepositoryLeadsNobodyAstray() {
        String id = repo.commit("root").touching("a").id();
        GitFixture other = GitFixture.init(folder.resolve("other"));
        other.commit("other").touching("b").id();
        GitFixture beneath = GitFixture.at(repo.root());
        for (String variable : List.of("GIT_DIR", "GIT_COMMON_DIR")) {
            beneath.set(variable, other.root() + "/.git");
        }
        beneath.set("GIT_WORK_TREE", other.root().toString())
                .set("GIT_INDEX_FILE", other.root() + "/.git/index")
                .set("GIT_OBJECT_DIRECTORY", other.root() + "/.git/objects")
                .set("GIT_ALTERNATE_OBJECT_DIRECTORIES", other.root() + "/.git/objects")
                .set("GIT_NAMESPACE", "elsewhere")
                .set("GIT_CONFIG_PARAMETERS", "'core.worktree=/'")
                .set("GIT_CONFIG_COUNT", "1")
                .set("GIT_CONFIG_KEY_0", "core.bare")
                .set("GIT_CONFIG_VALUE_0", "true");
        try (GitReader git = open(beneath)) {
            assertThat(git.head()).contains(id);
            assertThat(git.tips()).containsOnlyKeys("refs/heads/main");
            assertThat(git.files(id)).containsExactly("a");
            assertThat(git.snapshot(path -> false).isClean()).isTrue();
        }
    }

    @Test
    void aWorkTreeElsewhereIsTheOneThatConfigurationNames() throws IOException {
        repo.commit("root").touching("a").id();
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        repo.git("config", "core.worktree", elsewhere.toString());
        try (GitReader git = open()) {
            assertThat(git.layout().workTree()).isEqualTo(elsewhere);
            assertThat(git.snapshot(path -> false).changed()).isEqualTo(Map.of("a", ""));
        }
    }

    @Test
    void whereThereIsNoRepositoryOneLineSaysSo() throws IOException {
        Path nowhere = Files.createDirectory(folder.resolve("nowhere"));
        Path broken = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(broken.resolve(".git"), "nonsense\n");
        for (Path folder :
                List.of(nowhere, folder.resolve("missing"), broken, repo.root().resolve(".git"))) {
            assertThatThrownBy(() -> open(GitFixture.at(folder)))
                    .isInstanceOf(GitException.class)
                    .message()
                    .hasLineCount(1);
        }
    }

    @Test
    void anotherUsersRepositoryIsRefusedUnlessDeclaredSafe() throws IOException {
        repo.commit("root").touching("a").id();
        try {
            Files.setAttribute(repo.root().resolve(".git"), "unix:uid", 12_345);
        } catch (IOException | UnsupportedOperationException e) {
            assumeTrue(false, "skipped: only root can give a folder away");
        }
        assertThatThrownBy(this::open)
                .isInstanceOf(GitException.class)
                .hasMessageContaining("belongs to another user")
                .hasMessageContaining("safe.directory");
        Path config = folder.resolve("gitconfig");
        repo.set("GIT_CONFIG_GLOBAL", config.toString());
        Path link = Files.createSymbolicLink(folder.resolve("link"), repo.root());
        for (String safe :
                List.of("*", repo.root().toRealPath().toString(), folder.toRealPath() + "/*", link.toString())) {
            Files.writeString(config, "[safe]\n\tdirectory = " + safe + "\n");
            open().close();
        }
        Files.writeString(config, "[safe]\n\tdirectory = *\n\tdirectory =\n");
        assertThatThrownBy(this::open).isInstanceOf(GitException.class);
        repo.git("-c", "safe.directory=*", "config", "safe.directory", "*");
        assertThatThrownBy(this::open).isInstanceOf(GitException.class);
    }

    @Test
    void theUsersAddressIsTheOneGitWouldTake() throws IOException {
        Path config = folder.resolve("gitconfig");
        Files.writeString(folder.resolve("included"), "[user]\n\temail = included@example.org\n");
        Files.writeString(config, "[user]\n\temail = user@example.org\n[include]\n\tpath = included\n");
        Map<String, String> environment = Map.of(
                "GIT_CONFIG_NOSYSTEM", "1", "GIT_CONFIG_GLOBAL", config.toString(), "PATH", System.getenv("PATH"));
        try (GitReader git = GitReaders.open(repo.root(), environment, Optional.empty())) {
            assertThat(git.userEmail()).contains("included@example.org");
        }
        repo.git("config", "user.email", "here@example.org");
        try (GitReader git = GitReaders.open(repo.root(), environment, Optional.empty())) {
            assertThat(git.userEmail()).contains("here@example.org");
        }
    }

    @Test
    void whatGitIsInTheMiddleOfIsTold() throws IOException {
        repo.commit("root").with("a", "one\n").id();
        repo.branch("side");
        repo.commit("side").with("a", "side\n").id();
        repo.checkout("main");
        String main = repo.commit("main").with("a", "main\n").id();
        repo.git(
                "format-patch",
                "-q",
                "-1",
                "side",
                "-o",
                folder.resolve("patches").toString());
        GitFixture linked = repo.worktree(folder.resolve("linked"), "other");
        try (GitReader git = open();
                GitReader other = open(linked)) {
            assertThat(git.operationUnderWay()).isEmpty();
            assertUnderWay(git, "a merge", "merge", "side");
            assertThat(other.operationUnderWay()).isEmpty();
            repo.git("merge", "--abort");
            assertUnderWay(git, "a rebase", "rebase", "side");
            repo.git("rebase", "--abort");
            assertUnderWay(git, "a rebase", "rebase", "--apply", "side");
            repo.git("rebase", "--abort");
            assertUnderWay(git, "a cherry-pick", "cherry-pick", "side");
            repo.git("cherry-pick", "--abort");
            assertUnderWay(git, "a revert", "revert", "--no-commit", main);
            repo.git("revert", "--abort");
            assertUnderWay(
                    git,
                    "`git am`",
                    "am",
                    folder.resolve("patches/0001-side.patch").toString());
            repo.git("am", "--abort");
            assertUnderWay(git, "a bisect", "bisect", "start");
            repo.git("bisect", "reset");
            Files.createFile(repo.root().resolve(".git/index.lock"));
            assertThat(git.operationUnderWay()).contains("a git command");
        }
    }

    private void assertUnderWay(GitReader git, String operation, String... command) {
        repo.run(command);
        assertThat(git.operationUnderWay()).as(String.join(" ", command)).contains(operation);
    }

    @Test
    void readingChangesNothing() throws IOException {
        repo.commit("root").touching("a", "b").id();
        repo.git("gc", "-q");
        String id = repo.commit("next").touching("a").renaming("b", "c").id();
        GitFixture linked = repo.worktree(folder.resolve("linked"), "side");
        repo.write("a", "dirty\n").write("new", "new\n");
        Files.setLastModifiedTime(repo.root().resolve("c"), FileTime.fromMillis(99_000));
        Map<String, String> before = GitFixture.state(folder);
        for (GitFixture fixture : List.of(repo, linked)) {
            try (GitReader git = open(fixture)) {
                git.tips();
                git.headLog("");
                git.reachable(git.tips().values(), List.of(), 9);
                git.commit(id).orElseThrow().files().forEach(change -> git.diff(id, change));
                git.patchId(id);
                git.files(id).forEach(path -> git.text(id, path));
                git.imported(List.of(id));
                git.snapshot(path -> false);
                git.operationUnderWay();
                git.worktrees();
            }
        }
        assertThat(GitFixture.state(folder)).isEqualTo(before);
    }
}
