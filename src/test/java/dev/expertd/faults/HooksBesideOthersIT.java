package dev.expertd.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.expertd.io.Failpoint;
import dev.expertd.program.GitUnderTest;
import dev.expertd.program.Program;
import dev.expertd.program.TestRepo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 22 to 26: hooks of ours beside those of others, without a spool to write to, half installed, under every shell. */
class HooksBesideOthersIT {
    private static final int KILLS = 5;
    private static final boolean CONFIGURED = GitUnderTest.isAtLeast(2, 54);
    private static final List<String> PLACES =
            List.of("temporary-begun", "temporary-written", "git-file-locked", "git-file-replaced");
    private static final String OWN = "#!/bin/sh\necho own >> ran.txt\n";

    @TempDir
    Path folder;

    private Host host;
    private TestRepo repo;

    @BeforeEach
    void begin() {
        host = Host.in(folder, "a home's \"$HOME\"");
        repo = TestRepo.in(host.folder().resolve("shop"));
        repo.write(".gitignore", "ran.txt\n");
    }

    @AfterEach
    void end() {
        host.close();
    }

    /** Four of the eight orders, in which any two of the choices meet in every way. */
    @ParameterizedTest
    @CsvSource({"PRE_COMMIT, true, true", "PRE_COMMIT, false, false", "LEFTHOOK, true, false", "LEFTHOOK, false, true"})
    void whoeverComesOrGoesFirstTheHookThatWasThereIsAsItWas(
            HookManager other, boolean otherComesFirst, boolean otherGoesFirst) throws Exception {
        own();
        other.configure(repo);
        repo.commit("Configure " + other);
        Map<String, String> before = hooks();

        if (otherComesFirst) {
            other.install(repo);
        }
        host.enrol(repo);
        if (!otherComesFirst) {
            other.install(repo);
        }
        Files.deleteIfExists(repo.root().resolve("ran.txt"));
        String commit = commit();
        assertThat(repo.read("ran.txt").lines().filter("tool"::equals)).hasSize(1);
        assertThat(spooled().contains(commit)).isEqualTo(isInstalled());

        if (otherGoesFirst) {
            other.uninstall(repo);
        }
        String removed = host.run(repo.root(), "hooks", "uninstall").out();
        other.uninstall(repo); // where it stood behind ours it could not see itself before
        if (Files.exists(hook(".old"))) { // lefthook took itself out behind ours, and leaves what it had put aside
            assertThat(removed).contains(hook(".old") + " behind, rename it to post-commit if it should run");
            Files.move(hook(".old"), hook(""));
        }
        assertThat(hooks()).isEqualTo(before);
    }

    @Tag("at-length")
    @ParameterizedTest
    @CsvSource({"PRE_COMMIT, true, false", "PRE_COMMIT, false, true", "LEFTHOOK, true, true", "LEFTHOOK, false, false"})
    void theOtherFourOrdersEndTheSame(HookManager other, boolean otherComesFirst, boolean otherGoesFirst)
            throws Exception {
        whoeverComesOrGoesFirstTheHookThatWasThereIsAsItWas(other, otherComesFirst, otherGoesFirst);
    }

    @Test
    void huskyTakesTheHooksOverAndTheSweepFindsWhatIsCommitted() throws Exception {
        HookManager.HUSKY.configure(repo);
        repo.commit("Configure Husky");
        host.enrol(repo);
        host.start();
        String first = commit();
        HookManager.HUSKY.install(repo);
        assertThat(host.run(repo.root(), "hooks", "install").out())
                .contains(
                        CONFIGURED
                                ? "post-commit: configured in .git/config"
                                : "not installed: hooks are in a folder of the work tree (core.hooksPath); the sweep looks"
                                        + " instead");
        String second = commit();
        assertThat(repo.read("ran.txt")).isEqualTo("tool\n");
        host.awaitTakenUp(repo, List.of(first, second));
        assertThat(repo.git("status", "--porcelain")).isEmpty();
        assertThat(spooled().contains(second)).isEqualTo(CONFIGURED);
        host.run(repo.root(), "hooks", "uninstall");
        assertThat(hooks().keySet()).containsExactly("config");
        assertThat(hooks().toString()).doesNotContain("expertd");
    }

    @Test
    void neitherInstallingTwiceNorACopyOfItselfMakesAHookCallItself() throws Exception {
        own();
        Map<String, String> before = hooks();
        host.enrol(repo);
        assertThat(host.run(repo.root(), "hooks", "install").out())
                .contains(CONFIGURED ? "configured in .git/config" : "in front of the hook that was there");
        String first = silentCommit(List.of());
        assertThat(repo.read("ran.txt")).isEqualTo("own\n");
        if (CONFIGURED) {
            assertThat(spooled()).containsExactly(first);
            host.run(repo.root(), "hooks", "uninstall");
            assertThat(hooks()).isEqualTo(before);
            return;
        }
        Files.copy(
                hook(""),
                hook(".expertd-prev"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        String second = silentCommit(List.of());
        assertThat(spooled()).contains(first, second).hasSizeBetween(2, 3);
        host.run(repo.root(), "hooks", "install");
        host.run(repo.root(), "hooks", "uninstall");
        assertThat(hooks().keySet()).containsExactly("config");
    }

    /** Each hook takes its place by one rename: there is no moment at which git finds half of one. */
    @Test
    void killedWhileHooksAreInstalledNoCommitFailsAndTheHookThatWasThereRuns() throws Exception {
        own();
        Map<String, String> before = hooks();
        long begun = System.nanoTime();
        host.enrol(repo);
        long longest = System.nanoTime() - begun;
        host.run(repo.root(), "hooks", "uninstall");
        assertThat(hooks()).isEqualTo(before);
        Random random = new Random(26);
        for (int kill = 0; kill < KILLS; kill++) {
            Process installing = host.builder(repo.root(), "hooks", "install").start();
            TimeUnit.NANOSECONDS.sleep((long) (longest * random.nextDouble()));
            installing.destroyForcibly();
            Commands.end(installing);
            Files.deleteIfExists(repo.root().resolve("ran.txt"));
            silentCommit(List.of());
            assertThat(repo.read("ran.txt")).isEqualTo("own\n");
        }
        assertThat(host.run(repo.root(), "hooks", "install").out())
                .contains(CONFIGURED ? "configured in .git/config" : "in front of the hook that was there");
        host.run(repo.root(), "hooks", "uninstall");
        assertThat(hooks()).isEqualTo(before);
    }

    /** What is written into git's configuration is there whole or not at all, and no lock of ours outlives us for good. */
    @Test
    void killedWhileTheConfigurationIsChangedNoCommitFailsAndTheNextCommandPutsItRight() throws Exception {
        own();
        host.enrol(repo);
        host.run(repo.root(), "hooks", "uninstall");
        Map<String, String> before = hooks();
        String command = CONFIGURED ? "hooks" : "merge-driver"; // both are written in the same way
        for (String place : PLACES) {
            host.with(Failpoint.VARIABLE, place);
            assertThat(host.run(repo.root(), command, "install").status())
                    .as(place)
                    .isEqualTo(137);
            Files.deleteIfExists(repo.root().resolve("ran.txt"));
            silentCommit(List.of());
            assertThat(repo.read("ran.txt")).as(place).isEqualTo("own\n");
            host.with(Failpoint.VARIABLE, "");
            Program.Result again = host.run(repo.root(), command, "install");
            assertThat(again.status()).as(place + again.err()).isZero();
            assertThat(repo.root().resolve(".git/config.lock")).as(place).doesNotExist();
            silentCommit(List.of());
            host.run(repo.root(), command, "uninstall");
            assertThat(hooks()).as(place).isEqualTo(before);
        }
        try (Stream<Path> files = Files.list(repo.root().resolve(".git"))) {
            assertThat(files.map(Path::toString)).noneMatch(file -> file.contains("config."));
        }
    }

    @Test
    void aSpoolThatIsGoneClosedOrFullHoldsNoCommitUpAndTheSweepFindsIt() throws Exception {
        List<String> other = OtherUser.prefix();
        OtherUser.own(host.folder());
        host.under(other).enrol(repo);
        host.start();
        Path spool = host.state().resolve("spool");
        List<String> commits = new ArrayList<>();

        Commands.check(new ProcessBuilder("rm", "-rf", spool.toString()));
        commits.add(silentCommit(other));
        host.awaitTakenUp(repo, commits);

        Files.setPosixFilePermissions(spool, PosixFilePermissions.fromString("---------"));
        commits.add(silentCommit(other));
        host.awaitTakenUp(repo, commits);

        List<String> full = new ArrayList<>(other);
        full.addAll(Namespace.withFullDisk(spool, List.of()));
        commits.add(silentCommit(full));
        host.awaitTakenUp(repo, commits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "busybox"})
    void theHookLeavesItsHintWhateverShellRunsItAndWhereverHomeIs(String shell) throws Exception {
        Path program = Stream.of("/usr/bin", "/bin")
                .map(each -> Path.of(each, shell))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(folder);
        assumeTrue(!program.equals(folder), shell + " is not installed here");
        host.enrol(repo);
        String commit = silentCommit(Namespace.withShell(program, List.of()));
        assertThat(spooled()).containsExactly(commit);
    }

    private void own() throws IOException {
        Files.writeString(hook(""), OWN);
        Files.setPosixFilePermissions(hook(""), PosixFilePermissions.fromString("rwxr-x---"));
    }

    private Path hook(String suffix) {
        return repo.root().resolve(".git/hooks/post-commit" + suffix);
    }

    /** Every file in the folder of hooks with its mode and content, and the repository's configuration. */
    private Map<String, String> hooks() throws IOException {
        Map<String, String> hooks = new TreeMap<>();
        hooks.put("config", repo.read(".git/config"));
        try (Stream<Path> files = Files.list(hook("").getParent())) {
            for (Path file :
                    files.filter(each -> !each.toString().endsWith(".sample")).toList()) {
                hooks.put(
                        file.getFileName().toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))
                                + Files.readString(file));
            }
        }
        return hooks;
    }

    private boolean isInstalled() {
        return host.run(repo.root(), "hooks", "status", "--json")
                .out()
                .lines()
                .filter(line -> line.contains("\"post-commit\""))
                .allMatch(line -> line.contains("\"installed\":true"));
    }

    private List<String> spooled() throws IOException {
        return Files.exists(host.spool())
                ? Files.readAllLines(host.spool()).stream()
                        .map(line -> line.split(" ", 2)[0])
                        .toList()
                : List.of();
    }

    /** Commits and sees that git says nothing and succeeds; gives back the commit's id. */
    private String silentCommit(List<String> under) {
        Program.Result result = Commands.run(git(under, "commit", "--allow-empty", "-q", "-m", "Try"));
        assertThat(result).isEqualTo(new Program.Result(0, "", ""));
        return head();
    }

    /** The same where other tools have something to say. */
    private String commit() {
        Commands.check(git(List.of(), "commit", "--allow-empty", "-q", "-m", "Try"));
        return head();
    }

    private String head() {
        return Commands.check(git(List.of(), "rev-parse", "HEAD")).strip();
    }

    private ProcessBuilder git(List<String> under, String... arguments) {
        List<String> command = new ArrayList<>(under);
        command.addAll(List.of(GitUnderTest.command(), "-c", "safe.directory=*"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = Commands.in(repo.root(), command);
        builder.environment().put("HOME", host.home().toString());
        builder.environment()
                .put("PRE_COMMIT_HOME", host.folder().resolve("cache").toString());
        return builder;
    }
}
