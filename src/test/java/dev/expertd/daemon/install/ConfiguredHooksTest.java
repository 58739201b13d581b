package dev.expertd.daemon.install;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.expertd.io.Spool;
import dev.expertd.program.GitUnderTest;
import dev.expertd.program.TestRepo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hooks in a repository's configuration: what the section is, what becomes of it, and its command under every shell. */
class ConfiguredHooksTest {
    private static final GitVersion NEW = new GitVersion(2, 54);
    private static final GitVersion OLD = new GitVersion(2, 53);

    @TempDir
    Path folder;

    private TestRepo repo;
    private Path config;
    private Path spool;
    private Path hook;

    @BeforeEach
    void repository() throws Exception {
        Path real = folder.toRealPath();
        repo = TestRepo.in(real.resolve("a shop's \"$HOME\""));
        config = repo.root().resolve(".git/config");
        hook = repo.root().resolve(".git/hooks/post-commit");
        spool = Files.createDirectories(real.resolve("st'ate \\ `dir` # \u00e9/spool"))
                .resolve("shop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# no line end", "[user]\r\n\tname = \u00e9", "\n\n"})
    void theConfigurationIsByteForByteWhatItWas(String tail) throws Exception {
        Files.write(config, (Files.readString(config) + tail).getBytes(UTF_8));
        byte[] before = Files.readAllBytes(config);
        var mode = PosixFilePermissions.fromString("rw-r-----");
        Files.setPosixFilePermissions(config, mode);
        assertThat(hooks(NEW).install()).extracting(Hooks.State::how).containsOnly(Hooks.How.CONFIGURED);
        byte[] first = Files.readAllBytes(config);
        hooks(NEW).install();
        assertThat(Files.readAllBytes(config)).isEqualTo(first);
        driver().install(List.of("/bin/expertd"), List.of());
        assertThat(repo.git("config", "--get-all", "hook.expertd.event")).isEqualTo("""
                post-commit
                post-merge
                post-rewrite
                post-applypatch
                """);
        hooks(OLD).uninstall();
        assertThat(driver().status(List.of()).driver()).isPresent();
        driver().uninstall();
        assertThat(Files.readAllBytes(config)).isEqualTo(before);
        assertThat(Files.getPosixFilePermissions(config)).isEqualTo(mode);
        assertThat(hook).doesNotExist();
        assertThat(hooks(NEW).uninstall()).extracting(Hooks.State::words).containsOnly("was not installed");
    }

    /** Git takes the comments behind a section along when it removes that. */
    @Test
    void whatGitWritesAroundTheSectionHarmsItNot() throws Exception {
        repo.git("branch", "side");
        repo.git("config", "branch.side.description", "x");
        hooks(NEW).install();
        driver().install(List.of("/bin/expertd"), List.of());
        repo.git("branch", "-D", "side");
        repo.git("config", "user.name", "x");
        assertThat(repo.git("config", "--list")).doesNotContain("branch.side");
        assertThat(hooks(NEW).status()).allMatch(Hooks.State::installed);
        hooks(NEW).uninstall();
        driver().uninstall();
        assertThat(config).content().doesNotContain("expertd").endsWith("[user]\n\tname = x\n");
        hooks(NEW).install();
        repo.git("config", "--remove-section", "hook.expertd");
        assertThat(config).content().doesNotContain("expertd");
    }

    @Test
    void whatSomebodyAddedToTheSectionStaysUnlessItWouldMakeCommitsFail() throws Exception {
        hooks(NEW).install();
        repo.git("config", "hook.expertd.jobs", "2");
        repo.git("config", "--add", "hook.expertd.event", "post-checkout");
        assertThat(hooks(NEW).status()).allMatch(Hooks.State::installed);
        assertThat(hooks(NEW).install()).allMatch(Hooks.State::installed);
        repo.git("config", "--add", "hook.expertd.event", "post-checkout");
        assertThat(hooks(NEW).uninstall())
                .extracting(Hooks.State::words)
                .containsOnly("removed from .git/config, but for `jobs = 2`, which somebody added");
        assertThat(config).content().endsWith("[hook \"expertd\"]\n\tjobs = 2\n");
        assertThat(hooks(NEW).install()).allMatch(Hooks.State::installed);
    }

    @Test
    void aSectionThatSomebodyChangedOrSwitchedOffIsCalledSo() throws Exception {
        hooks(NEW).install();
        repo.git("config", "hook.expertd.command", "true");
        assertThat(hooks(NEW).status()).allSatisfy(state -> {
            assertThat(state.installed()).isFalse();
            assertThat(state.words()).contains("not as expertd has it; `expertd hooks install` puts it right");
        });
        assertThat(hooks(NEW).uninstall())
                .extracting(Hooks.State::words)
                .containsOnly("removed from .git/config, where it had been changed by hand");
        hooks(NEW).install();
        repo.git("config", "hook.expertd.enabled", "no");
        assertThat(hooks(NEW).status())
                .extracting(Hooks.State::words)
                .containsOnly(
                        "configured in .git/config, but switched off by hook.expertd.enabled; the sweep looks instead");
    }

    @Test
    void aSectionOfSomebodyElsesIsLeftAlone() throws Exception {
        Files.writeString(config, Files.readString(config) + "[Hook \"expertd\"] event = post-commit\n\tcommand = x\n");
        String before = Files.readString(config);
        assertThatThrownBy(() -> hooks(NEW).install())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("git config --remove-section hook.expertd")
                .message()
                .hasLineCount(1);
        assertThat(config).hasContent(before);
    }

    @Test
    void aNewGitTakesOverFromFilesAndAnOldOneGoesBackToThem() throws Exception {
        String foreign = "#!/bin/sh\necho ran >> ran.txt\n";
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, foreign);
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
        String before = Files.readString(config);

        assertThat(hooks(OLD).install()).first().extracting(Hooks.State::how).isEqualTo(Hooks.How.CHAINED);
        assertThat(config).hasContent(before);
        assertThat(hooks(NEW).install()).extracting(Hooks.State::how).containsOnly(Hooks.How.CONFIGURED);
        assertThat(hook).hasContent(foreign);
        assertThat(hook.resolveSibling("post-merge")).doesNotExist();

        assertThat(hooks(OLD).status()).allSatisfy(state -> {
            assertThat(state.how()).isEqualTo(Hooks.How.SWEEP);
            assertThat(state.words()).contains("which git 2.53 passes over");
        });
        assertThat(hooks(OLD).install()).allMatch(Hooks.State::installed);
        assertThat(config).hasContent(before);
        hooks(NEW).uninstall();
        assertThat(hook).hasContent(foreign);
        assertThat(config).hasContent(before);
    }

    @Test
    void whereNoFileMayBeInstalledTheSectionIsAndStays() throws Exception {
        for (Path shared : List.of(Path.of(".husky"), folder.resolve("everybody's"))) {
            repo.git("config", "core.hooksPath", shared.toString());
            assertThat(hooks(NEW).install()).extracting(Hooks.State::how).containsOnly(Hooks.How.CONFIGURED);
            assertThat(hooks(OLD).install()).extracting(Hooks.State::how).containsOnly(Hooks.How.SWEEP);
            assertThat(hooks(NEW).status()).allMatch(Hooks.State::installed);
            assertThat(repo.root().resolve(shared)).doesNotExist();
        }
        hooks(OLD).uninstall();
        assertThat(config).content().doesNotContain("expertd");
    }

    /** As git runs it: by the shell, with the arguments of the hook behind it. */
    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "bash", "bash --posix", "busybox sh", "ksh", "mksh", "yash"})
    void theCommandLeavesItsHintOrNothingAndNeverFails(String shell) throws Exception {
        assumeTrue(Shells.isHere(shell.split(" ", -1)[0]), shell.split(" ", -1)[0] + " is not installed here");
        hooks(NEW).install();
        Path script = spool.resolve("../../hook").normalize();
        assertThat(run(shell)).isEmpty();
        assertThat(run(shell, "amend")).isEmpty();
        assertThat(hints()).hasSize(2).containsOnly(new Spool.Entry(head(), repo.root() + "/.git"));
        Files.writeString(script, "if ((( ; done fi '");
        assertThat(run(shell)).isEmpty();
        Files.writeString(script, "nothing-like-that; false");
        assertThat(run(shell, "amend")).isEmpty();
        Files.delete(script);
        assertThat(run(shell, "amend")).isEmpty();
        Files.createDirectory(script);
        assertThat(run(shell)).isEmpty();
        assertThat(hints()).hasSize(2);
        assertThat(hooks(NEW).status())
                .extracting(Hooks.State::words)
                .allMatch(words -> words.contains("the script that it reads is missing"));
    }

    @Test
    void theCommandForksNothing() throws Exception {
        assumeTrue(Shells.isHere("strace"), "strace is not installed here");
        hooks(NEW).install();
        Path trace = folder.resolve("trace.txt");
        assertThat(run("strace -f -o " + trace + " -e trace=clone,clone3,fork,vfork,execve sh"))
                .isEmpty();
        assertThat(hints()).hasSize(1);
        assertThat(Files.readAllLines(trace).stream().filter(line -> line.contains("(")))
                .singleElement()
                .asString()
                .contains("execve");
    }

    @Test
    void gitRunsItInEachWorktreeBesideEveryOtherHook() throws Exception {
        assumeTrue(
                GitUnderTest.isAtLeast(2, 54),
                "hooks in a configuration need git 2.54; GIT_UNDER_TEST names " + GitUnderTest.version());
        repo.write(".husky/post-commit", "#!/bin/sh\necho ran >> ran.txt\n");
        assertThat(repo.root().resolve(".husky/post-commit").toFile().setExecutable(true))
                .isTrue();
        repo.git("config", "core.hooksPath", ".husky");
        hooks(NEW).install();
        repo.git("worktree", "add", "-q", "-b", "side/line", "../side");
        List<String> expected = new ArrayList<>();
        assertThat(repo.git("-C", "../side", "commit", "-q", "--allow-empty", "-m", "x"))
                .isEmpty();
        expected.add(repo.git("rev-parse", "side/line").strip());
        assertThat(repo.git("commit", "-q", "--allow-empty", "-m", "x")).isEmpty();
        expected.add(head());
        assertThat(repo.git("commit", "-q", "--amend", "--allow-empty", "-m", "y"))
                .isEmpty();
        expected.addAll(List.of(head(), head())); // post-commit and post-rewrite
        assertThat(repo.git("merge", "-q", "--no-ff", "-m", "m", "side/line")).isEmpty();
        expected.add(head());
        assertThat(hints()).extracting(Spool.Entry::commit).isEqualTo(expected);
        assertThat(repo.root().resolve("ran.txt")).exists();
        assertThat(repo.git("hook", "list", "post-merge")).isEqualTo("expertd\n");
        hooks(NEW).uninstall();
        repo.git("commit", "-q", "--allow-empty", "-m", "x");
        assertThat(hints()).hasSize(expected.size());
    }

    private String run(String shell, String... arguments) throws Exception {
        String line = repo.git("config", "hook.expertd.command").strip();
        List<String> all = new ArrayList<>(List.of("-c", arguments.length == 0 ? line : line + " \"$@\"", line));
        all.addAll(List.of(arguments));
        return Shells.run(repo.root(), shell, all, Map.of());
    }

    private List<Spool.Entry> hints() throws Exception {
        return new Spool(spool, Clock.systemUTC()).read(0).entries();
    }

    private String head() {
        return repo.git("rev-parse", "HEAD").strip();
    }

    private MergeDriver driver() {
        return new MergeDriver(repo.root(), repo.root().resolve(".git"));
    }

    private Hooks hooks(GitVersion git) {
        Path common = repo.root().resolve(".git");
        return new Hooks(HooksFolder.of(repo.root(), common), repo.root(), common, spool, () -> git);
    }
}
