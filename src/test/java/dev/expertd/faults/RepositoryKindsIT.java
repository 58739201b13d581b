package dev.expertd.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.expertd.program.GitUnderTest;
import dev.expertd.program.TestRepo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Repositories of other formats, with holes, and with hooks somewhere else. */
class RepositoryKindsIT extends FaultScene {
    @Test
    void aReftableRepositoryIsReadRightlyInEachWorktreeAndItsCompactionIsNothing() throws Exception {
        assumeTrue(
                GitUnderTest.isAtLeast(2, 45),
                "reftable needs git 2.45; GIT_UNDER_TEST names " + GitUnderTest.version());
        enrolled(TestRepo.of(TestRepo.bare(folder.resolve("shop"), "--ref-format=reftable")));
        Path linked = folder.resolve("linked");
        repo.git("worktree", "add", "-q", "-b", "w", linked.toString());
        start();
        String here = commitLesson("1");
        awaitLine("1");
        int seen = journal().commits().size();
        repo.git("pack-refs", "--all");
        settle();
        assertThat(journal().commits()).as("after compaction").hasSize(seen);
        String there = commitLesson(TestRepo.at(linked), "2");
        awaitState("FOUND", there);
        kill();
        start(linked);
        awaitState("JUDGED", there);
        awaiting(
                "the line there",
                () -> Files.readString(linked.resolve(TestRepo.EXPERTISE)).contains(lesson("2")));
        assertActs(2, List.of(here, there));
        assertLineOnce("1");
        assertThat(repo.expertiseText()).doesNotContain(lesson("2"));
        assertThat(Files.readString(linked.resolve(TestRepo.EXPERTISE)))
                .containsOnlyOnce(lesson("2"))
                .doesNotContain(lesson("1"));
    }

    @Test
    void aCommitOfALinkedWorktreeIsItsOwnThoughAnotherWorktreeIsLookedAtFirst() throws Exception {
        enrolled();
        Path linked = folder.resolve("linked");
        repo.git("worktree", "add", "-q", "-b", "w", linked.toString());
        start();
        String there = commitLesson(TestRepo.at(linked), "1");
        awaitState("FOUND", there);
        assertThat(journal().commits().get(there).worktree()).isEqualTo(linked.toString());
        kill();
        start(linked);
        awaitState("JUDGED", there);
        awaiting(
                "the line there",
                () -> Files.readString(linked.resolve(TestRepo.EXPERTISE)).contains(lesson("1")));
        assertActs(1, List.of(there));
        assertThat(repo.expertiseText()).doesNotContain(lesson("1"));
        assertThat(Files.readString(linked.resolve(TestRepo.EXPERTISE))).containsOnlyOnce(lesson("1"));
    }

    @Test
    void aSha256RepositoryIsReadThroughTheCommandLine() {
        enrolled(TestRepo.of(TestRepo.bare(folder.resolve("shop"), "--object-format=sha256")));
        start();
        String id = commitLesson("1");
        assertThat(id).hasSize(64);
        awaitState("JUDGED", id);
        awaitLine("1");
        assertActs(1, List.of(id));
        assertLineOnce("1");
    }

    @Test
    void aPartialCloneIsReadWithoutFetchingWhatItLacks() throws Exception {
        TestRepo upstream = TestRepo.in(folder.resolve("upstream"));
        upstream.git("config", "uploadpack.allowFilter", "true");
        upstream.write("app/old.py", "old = 1\n");
        upstream.commit("Old");
        upstream.write("app/old.py", "old = 2\n");
        upstream.write(".expertd.yml", "learning:\n  per-day: 100\n");
        upstream.commit("Newer");
        enrolled(TestRepo.clone(upstream.root().toUri().toString(), folder.resolve("shop"), "--filter=blob:none"));
        String missing = missing();
        assertThat(missing).isNotEmpty();
        Files.move(upstream.root(), folder.resolve("gone"));
        start();
        String id = commitLesson("1");
        awaitState("JUDGED", id);
        awaitLine("1");
        repo.git("commit", "-q", "--amend", "--allow-empty", "-m", message("2"));
        awaitSettled(repo.git("rev-parse", "HEAD").strip());
        assertThat(missing()).isEqualTo(missing);
        assertThat(status().get("problem").isNull()).isTrue();
        assertLineOnce("1");
    }

    @Test
    void hooksInATrackedFolderAreLeftAloneAndItsCommitsAreFoundAllTheSame() throws Exception {
        TestRepo made = TestRepo.in(folder.resolve("shop"));
        made.write(".husky/_/post-commit", "#!/bin/sh\nexit 0\n");
        assertThat(made.root().resolve(".husky/_/post-commit").toFile().setExecutable(true))
                .isTrue();
        made.git("config", "core.hooksPath", ".husky/_");
        enrolled(made);
        start();
        String id = commitLesson("1");
        awaitState("JUDGED", id);
        awaitLine("1");
        assertActs(1, List.of(id));
        assertThat(repo.read(".husky/_/post-commit")).isEqualTo("#!/bin/sh\nexit 0\n");
        assertThat(repo.git("status", "--porcelain", ".husky")).isEmpty();
        try (var hooks = Files.list(repo.root().resolve(".husky/_"))) {
            assertThat(hooks).hasSize(1);
        }
        assertThat(program.run(repo.root(), "hooks", "status").out())
                .containsAnyOf("configured", "the sweep looks instead");
    }

    /** The objects that the clone knows of and does not have. */
    private String missing() {
        return repo.git("-c", "core.useReplaceRefs=false", "rev-list", "--objects", "--all", "--missing=print")
                .lines()
                .filter(line -> line.startsWith("?"))
                .sorted()
                .reduce("", (all, line) -> all + line + "\n");
    }
}
