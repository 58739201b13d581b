package dev.expertd.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Snapshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What both ways of reading say of a dirty work tree. */
class SnapshotContractTest extends ReaderContract {
    SnapshotContractTest(GitReaders.Way way) {
        super(way);
    }

    private Snapshot snapshot() {
        try (GitReader git = open()) {
            return git.snapshot(path -> false);
        }
    }

    private String blob(String path) {
        return repo.git("hash-object", "--no-filters", "--", path).strip();
    }

    @Test
    void aCleanTreeIsTheTreeOfItsCommit() {
        String id = repo.commit("root").touching("a", "dir/b").id();
        assertThat(snapshot())
                .isEqualTo(new Snapshot(id, repo.git("rev-parse", "HEAD^{tree}").strip(), new TreeMap<>(), true));
    }

    @Test
    void beforeTheFirstCommitEverythingIsNew() {
        assertThat(snapshot()).isEqualTo(new Snapshot("", "", new TreeMap<>(), true));
        repo.write("a", "text\n");
        assertThat(snapshot().changed()).isEqualTo(Map.of("a", blob("a")));
    }

    @Test
    void stagedUnstagedUntrackedAndDeletedFilesAreChanged() {
        repo.commit("root")
                .touching("same", "staged", "unstaged", "both", "gone", "removed", "kept")
                .id();
        repo.write("staged", "staged\n").write("both", "staged\n").write("added/new", "added\n");
        repo.git("add", "-A");
        repo.write("unstaged", "unstaged\n").write("both", "then edited\n").write("un/tracked", "untracked\n");
        repo.delete("gone");
        repo.git("rm", "-q", "removed");
        repo.git("rm", "-q", "--cached", "kept");
        Snapshot snapshot = snapshot();
        assertThat(snapshot.changed())
                .isEqualTo(Map.of(
                        "staged", blob("staged"),
                        "unstaged", blob("unstaged"),
                        "both", blob("both"),
                        "added/new", blob("added/new"),
                        "un/tracked", blob("un/tracked"),
                        "gone", "",
                        "removed", ""));
        assertThat(snapshot.known()).isTrue();
        assertThat(snapshot.treeId())
                .isNotEqualTo(repo.git("rev-parse", "HEAD^{tree}").strip());
    }

    @Test
    void aCommitOfEverythingChangedWhatTheSnapshotSaid() {
        repo.commit("root").touching("a", "b", "c", "d").id();
        repo.write("a", "new\n").write("e/f", "new\n").delete("b");
        repo.git("mv", "c", "moved");
        repo.root().resolve("d").toFile().setExecutable(true);
        Snapshot dirty = snapshot();
        repo.git("add", "-A");
        assertThat(snapshot()).isEqualTo(dirty);
        String id = repo.commit("all").id();
        try (GitReader git = open()) {
            assertThat(git.changedBlobs(id)).isEqualTo(dirty.changed());
            assertThat(git.snapshot(path -> false).isClean()).isTrue();
        }
    }

    @Test
    void whatIsExceptedNeverCounts() {
        repo.commit("root").touching("a", "trace.json").id();
        repo.write("trace.json", "{}").write("b/expertise.md", "x\n");
        try (GitReader git = open()) {
            assertThat(git.snapshot(path -> path.endsWith(".json") || path.endsWith("expertise.md"))
                            .isClean())
                    .isTrue();
        }
    }

    @Test
    void ignoredFilesAreNotLookedAtUnlessTracked() {
        repo.write(".gitignore", "*.log\n/build/\n!keep.log\nnested/*\n!nested/shown\n")
                .write("sub/.gitignore", "local\n")
                .write("build/tracked", "tracked\n");
        repo.commit("root").touching("a").id();
        repo.git("add", "-f", ".gitignore", "sub/.gitignore", "build/tracked");
        repo.commit("rules").id();
        repo.write(".git/info/exclude", "excluded\n");
        for (String path : List.of(
                "x.log", "deep/y.log", "build/out", "build/deep/out", "nested/hidden", "sub/local", "sub/excluded")) {
            repo.write(path, "ignored\n");
        }
        repo.write("keep.log", "seen\n").write("nested/shown", "seen\n").write("local", "seen\n");
        repo.write("build/tracked", "changed\n");
        assertThat(snapshot().changed()).containsOnlyKeys("keep.log", "nested/shown", "local", "build/tracked");
    }

    @Test
    void theUsersOwnIgnoreFileHolds() throws Exception {
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve(".config/git"));
        repo.commit("root").touching("a").id();
        repo.write("mine.tmp", "x").write("theirs.bak", "x");
        Files.writeString(home.resolve(".config/git/ignore"), "*.tmp\n");
        assertThat(snapshot().changed()).containsOnlyKeys("theirs.bak");
        Files.writeString(home.resolve("own"), "*.bak\n");
        repo.git("config", "core.excludesFile", "~/own");
        assertThat(snapshot().changed()).containsOnlyKeys("mine.tmp");
    }

    @Test
    void noFilterOfTheUsersIsRun() throws Exception {
        Path ran = folder.resolve("ran");
        repo.commit("root")
                .touching("a.txt")
                .with(".gitattributes", "*.txt filter=spy\n")
                .id();
        repo.git("config", "filter.spy.clean", "touch '" + ran + "'; cat");
        repo.git("config", "filter.spy.smudge", "touch '" + ran + "'; cat");
        repo.git("config", "filter.spy.required", "true");
        repo.git("config", "core.fsmonitor", "touch '" + ran + "'");
        repo.write("a.txt", "changed\n").write("b.txt", "new\n");
        Files.setLastModifiedTime(repo.root().resolve(".gitattributes"), FileTime.fromMillis(0));
        assertThat(snapshot().changed()).isEqualTo(Map.of("a.txt", blob("a.txt"), "b.txt", blob("b.txt")));
        assertThat(ran).doesNotExist();
    }

    @Test
    void aTouchedFileIsNotChanged() throws Exception {
        repo.commit("root").touching("a").id();
        Files.setLastModifiedTime(repo.root().resolve("a"), FileTime.fromMillis(12_345_678));
        assertThat(snapshot().isClean()).isTrue();
    }

    @Test
    void aFileChangedInTheTickInWhichTheIndexWasWrittenIsFound() throws Exception {
        for (int i = 0; i < 5; i++) {
            repo.write("a", "0000" + i);
            repo.git("add", "a");
            repo.commit("same size").id();
            FileTime written = Files.getLastModifiedTime(repo.root().resolve("a"));
            repo.write("a", "1111" + i);
            Files.setLastModifiedTime(repo.root().resolve("a"), written);
            Files.setLastModifiedTime(repo.root().resolve(".git/index"), written);
            assertThat(snapshot().changed()).containsOnlyKeys("a");
        }
    }

    @Test
    void aSecondLookSeesWhatChangedSince() {
        repo.commit("root").touching("a").id();
        repo.write("a", "one\n");
        String one = snapshot().changed().get("a");
        repo.write("a", "two\n");
        assertThat(snapshot().changed().get("a")).isEqualTo(blob("a")).isNotEqualTo(one);
    }

    @Test
    void lineEndsOfACheckoutAreNoChange() {
        repo.commit("root").with("dos", "one\ntwo\n").with("bin", "x").id();
        repo.write("dos", "one\r\ntwo\r\n");
        assertThat(snapshot().isClean()).isTrue();
        repo.write("dos", "one\r\nthree\r\n");
        assertThat(snapshot().changed()).isEqualTo(Map.of("dos", blob("dos")));
        repo.git("config", "core.autocrlf", "true");
        String asCommitted = repo.git("hash-object", "--path=dos", "dos").strip();
        assertThat(asCommitted).isNotEqualTo(blob("dos"));
        assertThat(snapshot().changed()).isEqualTo(Map.of("dos", asCommitted));
    }

    @Test
    void modesAndLinksCountAsGitCountsThem() throws Exception {
        repo.commit("root").touching("run", "target").id();
        Files.createSymbolicLink(repo.root().resolve("link"), Path.of("target"));
        Files.createSymbolicLink(repo.root().resolve("dangling"), Path.of("nowhere"));
        repo.git("add", "-A");
        repo.commit("links").id();
        assertThat(snapshot().isClean()).isTrue();
        repo.root().resolve("run").toFile().setExecutable(true);
        assertThat(snapshot().changed()).isEqualTo(Map.of("run", blob("run")));
        repo.git("config", "core.fileMode", "false");
        assertThat(snapshot().isClean()).isTrue();
        repo.delete("link").write("link", "target");
        assertThat(snapshot().changed()).containsOnlyKeys("link");
    }

    @Test
    void nestedRepositoriesAndSubmodulesAreLeftOut() {
        GitFixture library = GitFixture.init(folder.resolve("library"));
        library.commit("lib").touching("x").id();
        repo.commit("root").touching("a").id();
        repo.git(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "-q",
                "add",
                library.root().toString(),
                "lib");
        repo.commit("submodule").id();
        GitFixture.init(repo.root().resolve("nested"))
                .commit("nested")
                .touching("x")
                .id();
        repo.write("lib/x", "changed inside\n");
        assertThat(snapshot().isClean()).isTrue();
    }

    @Test
    void filesOfASparseCheckoutAreThereThoughNotOnDisk() {
        repo.commit("root").touching("in/a", "out/b").id();
        repo.git("sparse-checkout", "set", "--no-cone", "in");
        assertThat(repo.root().resolve("out/b")).doesNotExist();
        assertThat(snapshot().isClean()).isTrue();
        repo.git("sparse-checkout", "disable");
        repo.git("update-index", "--assume-unchanged", "in/a");
        repo.write("in/a", "unseen\n");
        assertThat(snapshot().isClean()).isTrue();
    }

    @Test
    void aConflictIsSeenAsItLiesThere() {
        repo.commit("root").with("a", "one\n").id();
        repo.branch("side");
        repo.commit("side").with("a", "side\n").id();
        repo.checkout("main");
        repo.commit("main").with("a", "main\n").id();
        assertThat(repo.run("merge", "side").status()).isEqualTo(1);
        assertThat(snapshot().changed()).isEqualTo(Map.of("a", blob("a")));
    }

    @Test
    void strangeNamesAreSeen() throws Exception {
        repo.commit("root").touching("a").id();
        for (String path : List.of("new\nline", "grün", "*", "-n", "日本", " ")) {
            repo.write(path, "x");
        }
        assertThat(snapshot().changed()).containsOnlyKeys("new\nline", "grün", "*", "-n", "日本", " ");
        repo.git("add", "-A");
        repo.commit("names").id();
        assertThat(snapshot().isClean()).isTrue();
    }

    @Test
    void aTreeWithTooMuchInItIsUnknown() {
        repo.commit("root").touching("a").id();
        repo.write("large", "x".repeat(17 << 20).getBytes(StandardCharsets.US_ASCII));
        assertThat(snapshot()).isEqualTo(Snapshot.unknown(repo.head()));
        repo.delete("large");
        for (int i = 0; i < 2_001; i++) {
            repo.write("many/" + i, "");
        }
        assertThat(snapshot().known()).isFalse();
    }

    @Test
    void aTextIsReadOnlyWhileItIsTheBlobThatTheSnapshotSaw() throws Exception {
        repo.commit("root").touching("a").id();
        repo.write("a", "one\ntwo\n").write("binary", "\0\1").write("windows", "one\r\ntwo\r\n");
        Files.createSymbolicLink(repo.root().resolve("link"), Path.of("a"));
        Snapshot seen = snapshot();
        try (GitReader git = open()) {
            assertThat(git.textInWorkTree("a", blob("a"))).contains("one\ntwo\n");
            assertThat(git.textInWorkTree("windows", blob("windows"))).contains("one\r\ntwo\r\n");
            assertThat(git.textInWorkTree("binary", blob("binary"))).isEmpty();
            assertThat(git.textInWorkTree("link", seen.changed().getOrDefault("link", "")))
                    .isEmpty();
            assertThat(git.textInWorkTree("gone", blob("a"))).isEmpty();
            String before = blob("a");
            repo.write("a", "changed meanwhile\n");
            assertThat(git.textInWorkTree("a", before)).isEmpty();
        }
    }
}
