package dev.expertd.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.expertd.git.plumbing.FileNames;
import dev.expertd.model.Commit;
import dev.expertd.model.FileChange;
import dev.expertd.model.FileDiff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What both ways of reading say of what a commit changed. */
class ChangesContractTest extends ReaderContract {
    ChangesContractTest(GitReaders.Way way) {
        super(way);
    }

    private static String lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    }

    @Test
    void addedModifiedDeletedAndRenamedFilesAreNamedAsGitNamesThem() {
        repo.commit("root")
                .with("keep.py", lines(0, 20))
                .with("move.py", lines(20, 40))
                .with("edit-and-move.py", lines(40, 60))
                .with("rewrite-and-move.py", lines(60, 80))
                .with("gone.py", "gone\n")
                .id();
        repo.git("rm", "-q", "gone.py");
        String id = repo.commit("everything")
                .renaming("move.py", "moved/move.py")
                .renaming("edit-and-move.py", "edited.py")
                .renaming("rewrite-and-move.py", "rewritten.py")
                .with("edited.py", lines(40, 58) + "new\n")
                .with("rewritten.py", lines(200, 220))
                .with("keep.py", lines(0, 21))
                .with("new.py", "new\n")
                .id();
        try (GitReader git = open()) {
            assertThat(nameStatus(git.commit(id).orElseThrow())).containsExactlyElementsOf(gitNameStatus(id));
            assertThat(git.changedBlobs(id))
                    .containsEntry("gone.py", "")
                    .containsEntry("move.py", "")
                    .containsEntry(
                            "new.py", repo.git("rev-parse", "HEAD:new.py").strip())
                    .hasSize(9);
        }
    }

    @Test
    void renamesAreThoseThatGitFindsInHistoriesMadeAtRandom() {
        Random random = new Random(7);
        List<String> ids = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String path = "dir" + i % 3 + "/file" + i + ".txt";
            paths.add(path);
            repo.write(path, lines(i * 100, i * 100 + 20 + random.nextInt(20)));
        }
        repo.git("add", ".");
        ids.add(repo.commit("root").id());
        for (int step = 0; step < 12; step++) {
            for (int change = 0; change < 3; change++) {
                int which = random.nextInt(paths.size());
                String from = paths.get(which);
                String to = "dir" + random.nextInt(3) + "/moved" + step + "-" + change + ".txt";
                repo.git("mv", from, to);
                paths.set(which, to);
                repo.write(to, mutated(read(to), random));
            }
            repo.git("add", ".");
            ids.add(repo.commit("step " + step).id());
        }
        try (GitReader git = open()) {
            for (String id : ids) {
                assertThat(nameStatus(git.commit(id).orElseThrow())).containsExactlyElementsOf(gitNameStatus(id));
            }
        }
    }

    private String read(String path) {
        try {
            return Files.readString(repo.root().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String mutated(String text, Random random) {
        int percent = List.of(0, 10, 30, 80).get(random.nextInt(4));
        return text.lines()
                .map(line -> random.nextInt(100) < percent ? "changed " + random.nextInt(1000) : line)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> nameStatus(Commit commit) {
        return commit.files().stream()
                .map(change -> change.kind().name().charAt(0)
                        + (change.kind() == FileChange.Kind.RENAMED ? "\t" + change.oldPath() : "")
                        + "\t"
                        + change.path())
                .sorted()
                .toList();
    }

    private List<String> gitNameStatus(String id) {
        return repo.git("-c", "core.quotePath=false", "show", "-M", "-l200", "--format=", "--name-status", id)
                .lines()
                .map(line -> line.replaceFirst("^R\\d+", "R").replaceFirst("^T", "M"))
                .sorted()
                .toList();
    }

    @Test
    void linksAndModesAreChangesAndSubmodulesAreNoBlobs() throws Exception {
        GitFixture library = GitFixture.init(folder.resolve("library"));
        library.commit("lib").touching("x").id();
        repo.commit("root").with("script", "#!/bin/sh\n").with("file", "text\n").id();
        Files.delete(repo.root().resolve("file"));
        Files.createSymbolicLink(repo.root().resolve("file"), Path.of("script"));
        repo.root().resolve("script").toFile().setExecutable(true);
        repo.git(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "-q",
                "add",
                library.root().toString(),
                "lib");
        repo.git("add", "-A");
        String id = repo.commit("kinds").id();
        try (GitReader git = open()) {
            assertThat(nameStatus(git.commit(id).orElseThrow())).containsExactlyElementsOf(gitNameStatus(id));
            assertThat(git.changedBlobs(id)).containsOnlyKeys(".gitmodules", "file", "script");
            assertThat(git.files(id)).containsExactlyInAnyOrder(".gitmodules", "file", "script");
            assertThat(git.text(id, "lib")).isEmpty();
        }
    }

    @Test
    void editsAppliedToBeforeGiveAfter() {
        Random random = new Random(3);
        String text = lines(0, 200);
        repo.commit("root").with("a.txt", text).id();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            text = mutated(text, random) + (i % 2 == 0 ? "no line end" : "");
            ids.add(repo.commit("change").with("a.txt", text).id());
        }
        try (GitReader git = open()) {
            for (String id : ids) {
                for (FileChange change : git.commit(id).orElseThrow().files()) {
                    FileDiff diff = git.diff(id, change).orElseThrow();
                    assertThat(applied(diff)).isEqualTo(diff.after());
                    assertThat(diff.after()).isEqualTo(git.text(id, "a.txt").orElseThrow());
                    assertThat(diff.before())
                            .isEqualTo(git.text(id + "", "a.txt").isPresent() ? diff.before() : "");
                }
            }
        }
    }

    private static String applied(FileDiff diff) {
        List<String> before = List.of(diff.before().split("(?<=\n)"));
        List<String> after = List.of(diff.after().split("(?<=\n)"));
        StringBuilder text = new StringBuilder();
        int line = 0;
        for (FileDiff.Edit edit : diff.edits()) {
            before.subList(line, edit.beforeStart()).forEach(text::append);
            after.subList(edit.afterStart(), edit.afterEnd()).forEach(text::append);
            line = edit.beforeEnd();
        }
        before.subList(line, before.size()).forEach(text::append);
        return text.toString();
    }

    @Test
    void aRenamedFileIsComparedWithWhatItWas() {
        repo.commit("root").with("a.py", lines(0, 20)).id();
        String id = repo.commit("move")
                .renaming("a.py", "b.py")
                .with("b.py", lines(0, 19) + "end\n")
                .id();
        try (GitReader git = open()) {
            FileChange change = git.commit(id).orElseThrow().files().get(0);
            assertThat(change.oldPath()).isEqualTo("a.py");
            assertThat(git.diff(id, change).orElseThrow().edits()).containsExactly(new FileDiff.Edit(19, 20, 19, 20));
        }
    }

    @Test
    void carriageReturnsStayAtTheEndOfLines() {
        repo.commit("root").with("a.txt", "one\ntwo\n").id();
        String id = repo.commit("dos").with("a.txt", "one\r\ntwo\n").id();
        try (GitReader git = open()) {
            FileDiff diff =
                    git.diff(id, git.commit(id).orElseThrow().files().get(0)).orElseThrow();
            assertThat(diff.after()).isEqualTo("one\r\ntwo\n");
            assertThat(diff.edits()).containsExactly(new FileDiff.Edit(0, 1, 0, 1));
        }
    }

    @Test
    void binaryAndLargeFilesHaveNoDiffAndNoText() {
        repo.write("binary", new byte[] {1, 0, 2})
                .write("large", "x".repeat((1 << 20) + 1))
                .write("long", "\n".repeat(30_000));
        repo.git("add", ".");
        String id = repo.commit("both").id();
        try (GitReader git = open()) {
            assertThat(git.commit(id).orElseThrow().files())
                    .hasSize(3)
                    .allSatisfy(change -> assertThat(git.diff(id, change)).isEmpty());
            assertThat(git.text(id, "binary")).isEmpty();
            assertThat(git.text(id, "large")).isEmpty();
            assertThat(git.patchId(id)).isPresent();
        }
    }

    @Test
    void textIsReadByPathHoweverStrangeThePath() throws Exception {
        for (String path : List.of(
                "plain", "deep/er/path with space.py", "new\nline", "tab\t\"quote\"", "grün", "*", "-n", "日本")) {
            repo.write(path, "text of " + path);
        }
        repo.git("add", "-A");
        String id = repo.commit("names").id();
        try (GitReader git = open()) {
            assertThat(git.files(id))
                    .hasSize(8)
                    .allSatisfy(path -> assertThat(git.text(id, path)).contains("text of " + path));
            assertThat(git.commit(id).orElseThrow().files())
                    .allSatisfy(change -> assertThat(git.diff(id, change)).isPresent());
            for (String path : List.of("", "/", "deep", "deep/", "../repo/plain", "./plain", "plain/x", "missing")) {
                assertThat(git.text(id, path)).as(path).isEmpty();
            }
        }
    }

    @Test
    void namesThatAreNotUtf8AreReadAsLatin() {
        byte[] name = "gr\u00fcn.py".getBytes(StandardCharsets.ISO_8859_1);
        Path file = FileNames.resolve(repo.root(), name);
        repo.commit("root").touching("a").id();
        try {
            Files.writeString(file, "text\n");
        } catch (IOException e) {
            abort("this file system takes no such name");
        }
        repo.git("add", "-A");
        String id = repo.commit("latin").id();
        try (GitReader git = open()) {
            assertThat(git.changedBlobs(id)).containsOnlyKeys("grün.py");
            assertThat(git.text(id, "grün.py")).contains("text\n");
            assertThat(git.snapshot(path -> false).isClean()).isTrue();
        }
    }

    @Test
    void mergesTouchNothingThemselvesButDifferFromTheirFirstParent() {
        repo.commit("root").touching("a").id();
        repo.branch("side");
        repo.commit("side").touching("b").id();
        repo.checkout("main");
        repo.commit("main").touching("c").id();
        String merge = repo.merge("side");
        try (GitReader git = open()) {
            assertThat(git.commit(merge).orElseThrow().files()).isEmpty();
            assertThat(git.changedBlobs(merge)).containsOnlyKeys("b");
            assertThat(git.patchId(merge)).isEmpty();
        }
    }

    @Test
    void theFirstCommitAddsAllItsFiles() {
        String id = repo.commit("root").touching("a", "b").id();
        try (GitReader git = open()) {
            assertThat(nameStatus(git.commit(id).orElseThrow())).containsExactly("A\ta", "A\tb");
            assertThat(git.diff(id, git.commit(id).orElseThrow().files().get(0))
                            .orElseThrow()
                            .before())
                    .isEmpty();
        }
    }

    @Test
    void patchIdsAreThoseOfGit() {
        List<String> ids = new ArrayList<>();
        ids.add(repo.commit("root")
                .with("a b.py", lines(0, 60))
                .with("empty", "")
                .id());
        ids.add(repo.commit("edit")
                .with("a b.py", lines(0, 20) + "x\n" + lines(21, 60))
                .id());
        ids.add(repo.commit("two hunks")
                .with("a b.py", "first\n" + lines(1, 50) + "no line end")
                .id());
        ids.add(repo.commit("delete and add")
                .deleting("empty")
                .with("z/new", "\ttext\n")
                .id());
        ids.add(repo.commit("move").renaming("a b.py", "c.py").id());
        repo.root().resolve("c.py").toFile().setExecutable(true);
        repo.git("add", "-A");
        ids.add(repo.commit("mode").with("z/new", "\ttext\nmore\n").id());
        try (GitReader git = open()) {
            for (String id : ids) {
                assertThat(git.patchId(id)).contains(gitPatchId(id));
            }
        }
    }

    private String gitPatchId(String id) {
        Path patch = folder.resolve("patch");
        repo.git("diff-tree", "--root", "-p", "--full-index", "--output=" + patch, id);
        String said =
                repo.git("-c", "alias.pid=!(echo " + id + "; cat '" + patch + "') | git patch-id --stable", "pid");
        return said.substring(0, said.indexOf(' '));
    }

    @Test
    void aPatchIdSurvivesRebaseAmendAndCherryPick() {
        repo.commit("root").with("a.py", lines(0, 60)).id();
        repo.branch("side");
        String original = repo.commit("fix: x")
                .with("a.py", lines(0, 40) + "fixed\n" + lines(41, 60))
                .id();
        repo.checkout("main");
        repo.commit("above")
                .with("a.py", "new first\nnew second\n" + lines(0, 60))
                .id();
        repo.tick().git("cherry-pick", original);
        String picked = repo.head();
        repo.git("reset", "-q", "--hard", "HEAD~1");
        repo.checkout("side").rebase("main");
        String rebased = repo.head();
        String amended = repo.commit("fix: said better").amending().id();
        String empty = repo.commit("empty").id();
        try (GitReader git = open()) {
            String identity = git.patchId(original).orElseThrow();
            assertThat(List.of(picked, rebased, amended))
                    .doesNotContain(original)
                    .allSatisfy(id -> assertThat(git.patchId(id)).contains(identity));
            assertThat(git.patchId(empty)).isEmpty();
            assertThat(git.patchId("no id")).isEmpty();
        }
    }

    @Test
    void aMissingCommitChangedNothing() {
        repo.commit("root").touching("a").id();
        String missing = "deadbeef".repeat(5);
        try (GitReader git = open()) {
            assertThat(git.commit(missing)).isEmpty();
            assertThat(git.changedBlobs(missing)).isEqualTo(Map.of());
            assertThat(git.files(missing)).isEmpty();
            assertThat(git.text(missing, "a")).isEmpty();
            assertThat(git.diff(missing, new FileChange(FileChange.Kind.ADDED, "a", "a")))
                    .isEmpty();
        }
    }
}
