package dev.expertd.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.expertd.program.FileTree;
import dev.expertd.program.Program;
import dev.expertd.program.TestRepo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories that belong to somebody else, or that may not be written to, and what a git above says of others. */
class OthersRepositoriesIT {
    @TempDir
    Path folder;

    private Host host;

    @AfterEach
    void end() {
        host.close();
    }

    @Test
    void anotherUsersRepositoryIsRefusedInOneLineUntilItIsDeclaredSafe() throws Exception {
        assumeTrue(OtherUser.isRoot(), "only root has repositories that belong to another user");
        host = Host.in(folder).under(OtherUser.prefix());
        TestRepo repo = TestRepo.in(host.folder().resolve("shop"));
        Files.setPosixFilePermissions(host.folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
        OtherUser.own(host.home());
        Path settings = Files.writeString(host.home().resolve(".gitconfig"), "");
        host.with("GIT_CONFIG_GLOBAL", settings.toString());
        FileTree before = FileTree.withTimes(repo.root());
        for (List<String> command : List.of(
                List.of("init"), List.of("learn"), List.of("hooks", "install"), List.of("merge-driver", "install"))) {
            Program.Result refused = host.run(repo.root(), command.toArray(String[]::new));
            assertThat(refused.status()).as(command.toString()).isEqualTo(1);
            assertThat(refused.err())
                    .contains("belongs to another user; if you trust it, run"
                            + " `git config --global --add safe.directory " + repo.root() + "`")
                    .hasLineCount(1);
        }
        Files.writeString(settings, "[safe]\n\tdirectory = " + repo.root() + "\n");
        Program.Result enrolled = host.run(repo.root(), "init");
        assertThat(enrolled.err()).isEmpty();
        assertThat(enrolled.out()).contains("hook: none, the sweep looks instead: ", "permission denied");
        Program.Result denied = host.run(repo.root(), "hooks", "install");
        assertThat(denied.status()).isEqualTo(1);
        assertThat(denied.err()).contains("permission denied").hasLineCount(1);
        assertThat(host.run(repo.root(), "status").err()).isEmpty();
        assertThat(FileTree.withTimes(repo.root()).byPath()).isEqualTo(before.byPath());
    }

    /** Hooks and aliases run with variables that name git's own repository. */
    @Test
    void calledBelowAGitOfAnotherRepositoryTheProgramStaysWhereItIs() throws Exception {
        host = Host.in(folder);
        TestRepo repo = host.repository("shop");
        TestRepo other = TestRepo.in(host.folder().resolve("other"));
        FileTree before = FileTree.withTimes(other.root());
        Lesson lesson = Lesson.commit(repo, 1);
        for (String variable : List.of("GIT_DIR", "GIT_COMMON_DIR")) {
            host.with(variable, other.root().resolve(".git").toString());
        }
        host.with("GIT_WORK_TREE", other.root().toString())
                .with("GIT_INDEX_FILE", other.root().resolve(".git/index").toString())
                .with(
                        "GIT_OBJECT_DIRECTORY",
                        other.root().resolve(".git/objects").toString())
                .with("GIT_PREFIX", "elsewhere/")
                .with("GIT_CONFIG_PARAMETERS", "'core.hookspath'='" + other.root() + "'");
        Program.Result learned = host.run(repo.root(), "learn");
        assertThat(learned.err()).isEmpty();
        assertThat(Host.linesWith(repo, lesson.line())).isEqualTo(1);
        assertThat(host.run(repo.root(), "hooks", "install").out()).containsAnyOf(": installed", ": configured");
        assertThat(host.run(repo.root(), "merge-driver", "install").out()).contains("merged by expertd");
        assertThat(FileTree.withTimes(other.root()).byPath()).isEqualTo(before.byPath());
    }
}
