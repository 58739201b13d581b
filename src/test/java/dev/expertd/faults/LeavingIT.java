package dev.expertd.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.expertd.program.FileTree;
import dev.expertd.program.Program;
import dev.expertd.program.TestRepo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of expertd when it goes, seen by comparing everything before it came and after. */
class LeavingIT {
    private static final String OWN = "#!/bin/sh\necho own >> ran.txt\n";

    @TempDir
    Path folder;

    private Host host;
    private TestRepo plain;
    private TestRepo hooked;
    private TestRepo merging;
    private final Map<Path, FileTree> before = new LinkedHashMap<>();

    @BeforeEach
    void aHomeAndRepositoriesOfAllKinds() throws Exception {
        host = Host.in(folder);
        Files.delete(host.settings());
        Files.delete(host.settings().getParent());
        Files.delete(host.home().resolve(".config"));
        Files.writeString(host.home().resolve(".gitconfig"), "[user]\n\tname = Dev\n");
        Files.createDirectories(host.home().resolve(".local/bin")); // the rest is not there
        plain = TestRepo.in(host.folder().resolve("plain"));
        hooked = TestRepo.in(host.folder().resolve("hooked"));
        for (String name : List.of("post-commit", "post-merge.old", "post-rewrite.legacy")) {
            Path hook = hooked.root().resolve(".git/hooks").resolve(name);
            Files.writeString(hook, OWN);
            Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-x---"));
        }
        Files.createSymbolicLink(hooked.root().resolve(".git/hooks/post-applypatch"), Path.of("post-rewrite.legacy"));
        merging = TestRepo.in(host.folder().resolve("merging"));
        merging.git(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "-q",
                "add",
                plain.root().toString(),
                "lib");
        merging.commit("Add a submodule");
        merging.git("worktree", "add", "-q", "-b", "side", "../linked");
        List.of(
                        host.home(),
                        plain.root(),
                        hooked.root(),
                        merging.root(),
                        host.folder().resolve("linked"))
                .forEach(each -> before.put(each, FileTree.of(each)));
    }

    @AfterEach
    void nobodyIsLeft() throws Exception {
        for (ProcessHandle process : ours()) {
            process.destroyForcibly();
        }
    }

    @Test
    void purgedNothingIsLeftButTheLines() throws Exception {
        install();
        Map<TestRepo, Lesson> lessons = work();
        assertThat(ours()).isNotEmpty();
        Program.Result gone = sh("--uninstall", "--purge");
        assertThat(gone.err()).isEmpty();
        assertThat(gone.status()).isZero();
        assertThat(ours()).isEmpty();
        assertAsBefore(lessons, path -> false);
        assertThat(sh("--uninstall", "--purge")).satisfies(again -> {
            assertThat(again.status()).isEqualTo(1);
            assertThat(again.err()).contains("nothing to remove").hasLineCount(1);
        });
    }

    /** A daemon that was killed, a repository that was moved and one that was deleted, and no spool. */
    @Test
    @Tag("at-length")
    void whateverBecameOfItSinceTheRestGoesAndOnlySettingsAndJournalStay() throws Exception {
        install();
        Map<TestRepo, Lesson> lessons = work();
        Path moved = host.folder().resolve("moved");
        Files.move(plain.root(), moved);
        Commands.check(new ProcessBuilder("rm", "-rf", hooked.root().toString()));
        Commands.check(
                new ProcessBuilder("rm", "-rf", host.state().resolve("spool").toString()));
        for (ProcessHandle process : ours()) {
            process.destroyForcibly();
        }
        await().until(() -> ours().isEmpty());
        Program.Result gone = sh("--uninstall");
        assertThat(gone.err().lines())
                .hasSize(2)
                .anyMatch(line -> line.contains(plain.root() + " were left: "))
                .anyMatch(line -> line.contains(hooked.root() + " were left: "));
        assertThat(gone.out()).contains("Settings stay in " + host.settings().getParent());
        assertThat(gone.status()).isZero();
        assertThat(ours()).isEmpty();

        before.remove(hooked.root());
        lessons.remove(hooked);
        // where it is now nobody knew of it: what was installed there stays, does nothing, and says nothing
        assertThat(TestRepo.at(moved).git("commit", "-q", "--allow-empty", "-m", "x"))
                .isEmpty();
        before.remove(plain.root());
        lessons.remove(plain);
        assertAsBefore(
                lessons,
                path -> path.startsWith(".config/expertd")
                        || path.startsWith(".local/state/expertd")
                        || List.of(".config", ".local/state").contains(path));
        assertThat(host.settings()).exists();
        assertThat(host.state().resolve("journal.db")).exists();
        assertThat(host.state().resolve("hook")).doesNotExist();
    }

    /** Enrols everything, with the merge driver where that is wanted, and starts the daemon. */
    private void install() throws IOException {
        Program.Result result = sh(plain.root().toString());
        assertThat(result.status()).as(result.out() + result.err()).isZero();
        for (Path each : List.of(hooked.root(), merging.root(), merging.root().resolve("lib"))) {
            Commands.check(installation().launched(installation().launcher(), "init", each.toString()));
        }
        Commands.check(installation()
                .launched(
                        installation().launcher(),
                        "merge-driver",
                        "install",
                        "-C",
                        merging.root().toString()));
    }

    /** A lesson in each repository, written into its file. */
    private Map<TestRepo, Lesson> work() {
        Map<TestRepo, Lesson> lessons = new LinkedHashMap<>();
        int number = 1;
        for (TestRepo repo : List.of(plain, hooked, merging)) {
            Lesson lesson = Lesson.commit(host, repo, number++);
            lessons.put(repo, lesson);
        }
        lessons.forEach((repo, lesson) -> host.awaitLine(repo, lesson.line()));
        return lessons;
    }

    /** Everything is as it was, but for one line in each expertise file and what git wrote for the commits. */
    private void assertAsBefore(Map<TestRepo, Lesson> lessons, Predicate<String> mayBe) {
        before.forEach((root, tree) -> assertThat(FileTree.of(root)
                        .without(path -> mayBe.test(path) || isOfTheCommit(path))
                        .byPath())
                .as(root.toString())
                .isEqualTo(tree.without(LeavingIT::isOfTheCommit).byPath()));
        lessons.forEach((repo, lesson) -> {
            List<String> lines = new ArrayList<>(repo.expertiseText().lines().toList());
            assertThat(lines.removeIf(line -> line.contains(lesson.line()))).isTrue();
            List<String> were =
                    repo.git("show", "HEAD:" + TestRepo.EXPERTISE).lines().toList();
            assertThat(lines.stream().filter(line -> !line.startsWith("last_updated:")))
                    .containsExactlyElementsOf(were.stream()
                            .filter(line -> !line.startsWith("last_updated:"))
                            .toList());
        });
    }

    /** What git itself writes when somebody commits, and the file that learned from it. */
    private static boolean isOfTheCommit(String path) {
        return path.equals(TestRepo.EXPERTISE)
                || path.equals("ran.txt")
                || Stream.of("objects", "logs", "refs", "index", "COMMIT_EDITMSG", "ORIG_HEAD")
                        .anyMatch(each -> path.startsWith(".git/" + each));
    }

    /** The processes that run from this home. */
    private List<ProcessHandle> ours() throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("\\d+") && commandLine(name).contains(host.home() + "/"))
                    .flatMap(name -> ProcessHandle.of(Long.parseLong(name)).stream())
                    .toList();
        }
    }

    private static String commandLine(String process) {
        try {
            return Files.readString(Path.of("/proc", process, "cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // it has just ended
        }
    }

    private Program.Result sh(String... arguments) throws IOException {
        return Commands.run(installation().script(arguments), Duration.ofMinutes(3));
    }

    private Installation installation() {
        return new Installation(host.folder(), host.home());
    }
}
