package dev.expertd.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.program.FileTree;
import dev.expertd.program.Program;
import dev.expertd.program.TestRepo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing under {@code .git} and none of the user's settings of git or JGit is ever written, not even to the same bytes,
 * except by {@code hooks install} and {@code merge-driver install}, and that is taken out again.
 */
class GitUntouchedIT {
    @TempDir
    Path folder;

    private Host host;
    private TestRepo repo;
    private FileTree settings;

    @AfterEach
    void end() {
        host.close();
    }

    @Test
    void throughJGitNothingOfGitsIsWritten() throws Exception {
        prepare("sha1");
        run("init", "--no-hook");
        host.start();
        Lesson lesson = Lesson.commit(repo, 1);
        FileTree before = FileTree.withTimes(gitDir());
        host.awaitLine(repo, lesson.line());
        repo.trace("r1", Map.of("tests/test_a.py::test_a", List.of("ValueError: no")), "tests/test_a.py::test_b");
        host.stop();
        for (List<String> command : List.of(
                List.of("learn"),
                List.of("status"),
                List.of("log"),
                List.of("report"),
                List.of("why", "HEAD"),
                List.of("refs", "--fix"),
                List.of("drift"),
                List.of("route", "HEAD~1..HEAD"),
                List.of("backfill", "--all"),
                List.of("runs", "trace_logs.json"),
                List.of("tests"),
                List.of("hooks", "status"))) {
            run(command.toArray(String[]::new));
        }
        assertThat(FileTree.withTimes(gitDir()).byPath()).isEqualTo(before.byPath());
        installAndUninstall();
        assertThat(settings().byPath()).isEqualTo(settings.byPath());
    }

    @Test
    void throughTheCommandLineNothingOfGitsIsWritten() throws Exception {
        prepare("sha256");
        Lesson lesson = Lesson.commit(repo, 1);
        FileTree before = FileTree.withTimes(gitDir());
        run("learn", "--since", "HEAD~1");
        assertThat(Host.linesWith(repo, lesson.line())).isEqualTo(1);
        for (List<String> command : List.of(
                List.of("why", "HEAD"),
                List.of("refs", "--fix"),
                List.of("drift"),
                List.of("route", "HEAD~1..HEAD"),
                List.of("backfill", "--all"))) {
            run(command.toArray(String[]::new));
        }
        assertThat(FileTree.withTimes(gitDir()).byPath()).isEqualTo(before.byPath());
        assertThat(settings().byPath()).isEqualTo(settings.byPath());
    }

    /** A repository with a linked worktree, packs and a stale index, and a user with settings of all kinds. */
    private void prepare(String format) throws Exception {
        host = Host.in(folder);
        Path home = host.home();
        for (String file : List.of(".config/git/config", ".config/git/ignore", ".config/jgit/config")) {
            Files.createDirectories(home.resolve(file).getParent());
            Files.writeString(home.resolve(file), "# mine\n");
        }
        Files.writeString(home.resolve(".gitconfig"), "[user]\n\tname = Dev\n\temail = dev@example.com\n");
        host.with("GIT_CONFIG_GLOBAL", home.resolve(".gitconfig").toString());
        settings = settings();
        repo = TestRepo.of(TestRepo.bare(host.folder().resolve("shop"), "--object-format=" + format));
        repo.git("config", "gc.auto", "0");
        repo.git("config", "maintenance.auto", "false");
        repo.git("gc", "-q");
        repo.git("worktree", "add", "-q", "-b", "side", "../linked");
        Path touched = repo.root().resolve("app/service.py");
        Files.writeString(touched, Files.readString(touched)); // as many editors do: git would refresh its index
    }

    private void installAndUninstall() {
        FileTree before = FileTree.of(gitDir());
        run("hooks", "install");
        run("merge-driver", "install");
        assertThat(FileTree.of(gitDir()).without(GitUntouchedIT::isInstalled).byPath())
                .isEqualTo(before.without(GitUntouchedIT::isInstalled).byPath());
        run("merge-driver", "uninstall");
        run("hooks", "uninstall");
        assertThat(FileTree.of(gitDir()).byPath()).isEqualTo(before.byPath());
    }

    private static boolean isInstalled(String path) {
        return List.of(
                        "config",
                        "info/attributes",
                        "hooks/post-commit",
                        "hooks/post-merge",
                        "hooks/post-rewrite",
                        "hooks/post-applypatch")
                .contains(path);
    }

    private Path gitDir() {
        return repo.root().resolve(".git");
    }

    /** What of the home is git's and JGit's. */
    private FileTree settings() {
        return FileTree.withTimes(host.home())
                .without(path -> !path.startsWith(".gitconfig")
                        && !path.startsWith(".config/git")
                        && !path.startsWith(".config/jgit")
                        && !path.startsWith(".jgit"));
    }

    private void run(String... command) {
        Program.Result result = host.run(repo.root(), command);
        assertThat(result.status())
                .as(String.join(" ", command) + ": " + result.err())
                .isZero();
    }
}
