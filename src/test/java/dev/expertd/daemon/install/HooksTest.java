package dev.expertd.daemon.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.io.Spool;
import dev.expertd.program.TestRepo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hook under the real git. */
class HooksTest {
    @TempDir
    Path folder;

    private TestRepo repo;
    private Path spool;
    private Path hook;

    @BeforeEach
    void repository() throws Exception {
        repo = TestRepo.in(folder.resolve("a shop's"));
        spool = Files.createDirectories(folder.resolve("st'ate dir")).resolve("shop");
        hook = repo.root().resolve(".git/hooks/post-commit");
        Files.deleteIfExists(hook);
    }

    @Test
    void everyCommitLeavesOneHint() throws Exception {
        hooks().install();
        for (int i = 0; i < 30; i++) {
            repo.git("commit", "-q", "--allow-empty", "-m", "c" + i);
        }
        List<String> commits =
                repo.git("rev-list", "--reverse", "HEAD~30..HEAD").lines().toList();
        assertThat(new Spool(spool, Clock.systemUTC()).read(0).entries())
                .extracting(Spool.Entry::commit)
                .isEqualTo(commits);
        assertThat(new Spool(spool, Clock.systemUTC()).read(0).entries())
                .allMatch(entry -> entry.gitDir().equals(repo.root() + "/.git"));
    }

    @Test
    void aLinkedWorktreeADetachedHeadAndPackedRefsAreUnderstood() throws Exception {
        hooks().install();
        repo.git("worktree", "add", "-q", "-b", "side", "../side");
        repo.git("-C", folder.resolve("side").toString(), "commit", "-q", "--allow-empty", "-m", "side");
        repo.git("pack-refs", "--all");
        repo.git("checkout", "-q", "--detach");
        repo.git("commit", "-q", "--allow-empty", "-m", "detached");
        assertThat(new Spool(spool, Clock.systemUTC()).read(0).entries())
                .containsExactly(
                        new Spool.Entry(repo.git("rev-parse", "side").strip(), repo.root() + "/.git/worktrees/side"),
                        new Spool.Entry(repo.git("rev-parse", "HEAD").strip(), repo.root() + "/.git"));
    }

    @Test
    void aCommitNeverNoticesThatExpertdIsGone() throws Exception {
        hooks().install();
        Files.delete(spool.getParent());
        assertThat(repo.git("commit", "--allow-empty", "-m", "x"))
                .doesNotContain("expertd")
                .contains("x");
        Files.createDirectories(spool);
        assertThat(repo.git("commit", "--allow-empty", "-m", "y"))
                .doesNotContain("expertd")
                .doesNotContain("rror");
    }

    @Test
    void installingTwiceChangesNothing() throws Exception {
        hooks().install();
        byte[] first = Files.readAllBytes(hook);
        hooks().install();
        assertThat(Files.readAllBytes(hook)).isEqualTo(first);
        assertThat(folder.resolve("a shop's/.git/hooks/post-commit.expertd-prev"))
                .doesNotExist();
    }

    @Test
    void aHookThatWasThereRunsFirstAndComesBack() throws Exception {
        String foreign = "#!/bin/sh\necho ran > \"$PWD/ran.txt\"\n";
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, foreign);
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        assertThat(hooks().install())
                .first()
                .extracting(Hooks.State::words)
                .asString()
                .contains("in front of");
        repo.git("commit", "-q", "--allow-empty", "-m", "x");
        assertThat(repo.root().resolve("ran.txt")).exists();
        assertThat(new Spool(spool, Clock.systemUTC()).read(0).entries()).hasSize(1);
        hooks().uninstall();
        assertThat(hook).hasContent(foreign.stripTrailing());
        assertThat(Files.isExecutable(hook)).isTrue();
    }

    @Test
    void aSharedOrTrackedFolderOfHooksIsLeftAlone() throws Exception {
        repo.git("config", "core.hooksPath", ".husky");
        assertThat(hooks().install()).first().satisfies(state -> {
            assertThat(state.installed()).isFalse();
            assertThat(state.words()).contains("core.hooksPath");
        });
        assertThat(repo.root().resolve(".husky")).doesNotExist();
    }

    private Hooks hooks() throws Exception {
        Path common = repo.root().resolve(".git");
        return new Hooks(HooksFolder.of(repo.root(), common), repo.root(), common, spool);
    }
}
