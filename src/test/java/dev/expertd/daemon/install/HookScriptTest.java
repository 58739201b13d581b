package dev.expertd.daemon.install;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.expertd.io.Spool;
import dev.expertd.program.TestRepo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script under the real git and under every shell at hand. */
class HookScriptTest {
    private static final GitVersion OLD = new GitVersion(2, 53);

    @TempDir
    Path folder;

    private TestRepo repo;
    private Path spool;
    private Path hook;

    @BeforeEach
    void repository() throws Exception {
        Path real = folder.toRealPath();
        repo = TestRepo.in(real.resolve("a shop's \"$HOME\""));
        spool = Files.createDirectories(real.resolve("st'ate `dir`")).resolve("shop");
        hook = repo.root().resolve(".git/hooks/post-commit");
        Files.deleteIfExists(hook);
        Path common = repo.root().resolve(".git");
        new Hooks(HooksFolder.of(repo.root(), common), repo.root(), common, spool, () -> OLD).install();
    }

    @Test
    void aHundredCommitsInALoopLeaveAHundredHints() throws Exception {
        for (int i = 0; i < 100; i++) {
            repo.git("commit", "-q", "--allow-empty", "-m", "c" + i);
        }
        List<String> commits =
                repo.git("rev-list", "--reverse", "HEAD~100..HEAD").lines().toList();
        assertThat(hints()).extracting(Spool.Entry::commit).isEqualTo(commits);
        assertThat(hints()).allMatch(hint -> hint.gitDir().equals(repo.root() + "/.git"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(spool)))
                .isEqualTo("rw-------");
    }

    @Test
    void aLinkedWorktreeADetachedHeadAndPackedRefsAreUnderstood() throws Exception {
        repo.git("worktree", "add", "-q", "-b", "side/line", "../side");
        repo.git("-C", "../side", "commit", "-q", "--allow-empty", "-m", "side");
        repo.git("pack-refs", "--all");
        repo.git("commit", "-q", "--allow-empty", "-m", "main");
        repo.git("checkout", "-q", "--detach");
        repo.git("commit", "-q", "--allow-empty", "-m", "detached");
        assertThat(hints())
                .containsExactly(
                        new Spool.Entry(id("side/line"), repo.root() + "/.git/worktrees/side"),
                        new Spool.Entry(id("main"), repo.root() + "/.git"),
                        new Spool.Entry(id("HEAD"), repo.root() + "/.git"));
        repo.git("checkout", "-q", "main");
        repo.git("pack-refs", "--all");
        run("sh", Map.of());
        assertThat(hints()).last().isEqualTo(new Spool.Entry(id("main"), repo.root() + "/.git"));
    }

    @Test
    void aSubmoduleHintsWithItsOwnGitDirectory() throws Exception {
        TestRepo library = TestRepo.in(folder.toRealPath().resolve("library"));
        repo.git(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "--quiet",
                "add",
                library.root().toString(),
                "lib");
        Path common = repo.root().resolve(".git/modules/lib");
        Path checkout = repo.root().resolve("lib");
        new Hooks(HooksFolder.of(checkout, common), checkout, common, spool, () -> OLD).install();
        repo.git("-C", "lib", "commit", "-q", "--allow-empty", "-m", "in the submodule");
        assertThat(hints())
                .containsExactly(new Spool.Entry(
                        repo.git("-C", "lib", "rev-parse", "HEAD").strip(), common.toString()));
        Files.delete(spool);
        assertThat(runIn(checkout, "sh", Map.of())).isEmpty(); // without GIT_DIR, as other tools call hooks
        assertThat(hints()).extracting(Spool.Entry::gitDir).containsExactly(repo.root() + "/lib/../.git/modules/lib");
    }

    @Test
    void mergesAmendmentsAndAppliedMailAreHintedToo() throws Exception {
        repo.git("checkout", "-q", "-b", "side");
        repo.git("commit", "-q", "--allow-empty", "-m", "side");
        repo.git("checkout", "-q", "main");
        Files.deleteIfExists(spool);
        repo.git("merge", "-q", "--ff-only", "side");
        assertThat(hints()).containsExactly(new Spool.Entry(id("side"), repo.root() + "/.git"));
    }

    @Test
    void aCommitNeverNoticesThatExpertdIsGone() throws Exception {
        assertSilent("a folder in place of the spool", () -> Files.createDirectories(spool));
        assertSilent(
                "a closed spool folder",
                () -> Files.setPosixFilePermissions(spool.getParent(), PosixFilePermissions.fromString("---------")));
        assertSilent("no spool folder", () -> {
            Files.setPosixFilePermissions(spool.getParent(), PosixFilePermissions.fromString("rwx------"));
            Files.delete(spool);
            Files.delete(spool.getParent());
        });
    }

    @Test
    void aPipeInPlaceOfTheSpoolDoesNotHoldTheCommitUp() throws Exception {
        assumeTrue(new ProcessBuilder("mkfifo", spool.toString()).start().waitFor() == 0, "no mkfifo here");
        assertThat(repo.git("commit", "-q", "--allow-empty", "-m", "x")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sh", "dash", "bash --posix", "bash", "busybox sh", "ksh", "mksh", "zsh --emulate sh", "yash"})
    void everyShellLeavesTheSameHint(String shell) throws Exception {
        assumeTrue(Shells.isHere(shell.split(" ", -1)[0]), shell.split(" ", -1)[0] + " is not installed here");
        assertThat(run(shell, Map.of())).isEmpty();
        for (String option : List.of("-e", "-u", "-C", "-eufC")) {
            assertThat(run(shell + " " + option, Map.of())).as(option).isEmpty();
        }
        assertThat(run(shell, Map.of("GIT_DIR", repo.root() + "/.git"))).isEmpty();
        assertThat(run(shell, Map.of("GIT_DIR", ".git", "CDPATH", "/", "PWD", "/wrong", "IFS", "/")))
                .isEmpty();
        assertThat(hints()).hasSize(7).containsOnly(new Spool.Entry(id("HEAD"), repo.root() + "/.git"));
    }

    @Test
    void aHeadThatCannotBeReadStillWakes() throws Exception {
        for (String head : List.of("ref: refs/heads/.invalid", "ref: refs/heads/none", "$(touch oops)", "")) {
            Files.writeString(repo.root().resolve(".git/HEAD"), head + "\n");
            assertThat(run("sh", Map.of())).isEmpty();
        }
        assertThat(Files.readString(spool)).isEqualTo(("- " + repo.root() + "/.git\n").repeat(4));
        assertThat(hints()).isEmpty();
    }

    @Test
    void theScriptForksNothing() throws Exception {
        assumeTrue(Shells.isHere("strace"), "strace is not installed here");
        Path trace = folder.resolve("trace.txt");
        assertThat(run("strace -f -o " + trace + " -e trace=clone,clone3,fork,vfork,execve sh", Map.of()))
                .isEmpty();
        assertThat(hints()).hasSize(1);
        assertThat(Files.readAllLines(trace).stream().filter(line -> line.contains("(")))
                .singleElement()
                .asString()
                .contains("execve");
    }

    @Test
    void theExitStatusAndTheStandardInputAreThoseOfTheHookThatWasThere() throws Exception {
        Path previous = hook.resolveSibling("post-commit.expertd-prev");
        Files.writeString(previous, "#!/bin/sh\nread -r line\necho \"$1 $line\"\necho warned >&2\nexit 5\n");
        assertThat(previous.toFile().setExecutable(true)).isTrue();
        Process process = new ProcessBuilder("sh", "-e", hook.toString(), "one")
                .directory(repo.root().toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().write("given\n".getBytes(UTF_8));
        process.getOutputStream().close();
        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isEqualTo("one given\nwarned\n");
        assertThat(process.waitFor()).isEqualTo(5);
        assertThat(hints()).hasSize(1);
    }

    /** An action that breaks something. */
    private interface Breaking {
        void run() throws Exception;
    }

    private void assertSilent(String what, Breaking breaking) throws Exception {
        breaking.run();
        assertThat(repo.git("commit", "-q", "--allow-empty", "-m", what))
                .as(what)
                .isEmpty();
    }

    private String run(String shell, Map<String, String> environment) throws Exception {
        return runIn(repo.root(), shell, environment);
    }

    private String runIn(Path where, String shell, Map<String, String> environment) throws Exception {
        return Shells.run(where, shell, List.of(hook.toString()), environment);
    }

    private List<Spool.Entry> hints() throws Exception {
        return new Spool(spool, Clock.systemUTC()).read(0).entries();
    }

    private String id(String revision) {
        return repo.git("rev-parse", revision).strip();
    }
}
