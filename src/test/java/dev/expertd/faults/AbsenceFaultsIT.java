package dev.expertd.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What vanishes, or moves without a word, while nobody looks. */
class AbsenceFaultsIT extends FaultScene {
    @Test
    void aCommitMadeByPlumbingIsFoundAndJudgedWhereItIsCheckedOut() throws Exception {
        enrolled();
        start();
        String id = repo.git("commit-tree", "-p", "HEAD", "-m", message("1"), "HEAD^{tree}")
                .strip();
        repo.git("update-ref", "refs/heads/p", id);
        awaitState("FOUND", id);
        repo.git("switch", "-q", "p");
        awaitState("JUDGED", id);
        assertActs(1, List.of(id));
    }

    @Test
    void aCommitOfARemovedWorktreeAndBranchIsFoundInTheSpool() throws Exception {
        enrolled();
        start();
        kill();
        Path linked = folder.resolve("linked");
        repo.git("worktree", "add", "-q", "-b", "w", linked.toString());
        repo.git("-C", linked.toString(), "commit", "-q", "--allow-empty", "-m", message("1"));
        String id = repo.git("rev-parse", "w").strip();
        repo.git("worktree", "remove", "-f", linked.toString());
        repo.git("branch", "-q", "-D", "w");
        assertThat(repo.git("log", "-g", "--all", "--format=%H")).as("logs").doesNotContain(id);
        start();
        awaitState("ABANDONED", id);
        assertThat(repo.expertiseText()).doesNotContain(lesson("1"));
    }

    @Test
    void aCommitThatWasResetAwayIsSeenAndMarkedAbandoned() throws Exception {
        enrolled();
        start();
        kill();
        String id = commitLesson("1");
        repo.git("reset", "-q", "--hard", "HEAD~1");
        start();
        awaitState("ABANDONED", id);
        assertThat(status().get("last_commit").get("state").asText()).isEqualTo("abandoned");
        assertActs(0, List.of());
        assertThat(repo.expertiseText()).doesNotContain(lesson("1"));
    }

    @Test
    void prunedTipsAreToleratedAndNothingOldIsReplayed() throws Exception {
        enrolled();
        start();
        String gone = commitLesson("1");
        awaitLine("1");
        repo.git("checkout", "-q", "--", ".");
        kill();
        int seen = journal().commits().size();
        repo.git("reset", "-q", "--hard", "HEAD~1");
        String made = commitLesson("2");
        repo.git("reflog", "expire", "--expire=now", "--all");
        repo.git("gc", "-q", "--prune=now");
        assertThat(repo.git("rev-list", "--all")).doesNotContain(gone);
        start();
        awaitState("JUDGED", made);
        awaitLine("2");
        assertThat(journal().commits()).as("nothing old").hasSize(seen + 1);
        assertLineOnce("2");
    }

    @Test
    void stashSwitchAndTagAreNothing() throws Exception {
        enrolled();
        start();
        String id = commitLesson("1");
        awaitLine("1");
        repo.commit("Learnings");
        awaitSettled(repo.git("rev-parse", "HEAD").strip());
        settle();
        byte[] before = Files.readAllBytes(repo.expertise());
        int seen = journal().commits().size();
        repo.write("app/service.py", "changed = True\n");
        repo.git("stash", "-q");
        repo.git("stash", "pop", "-q");
        repo.git("switch", "-q", "-c", "other");
        repo.git("switch", "-q", "main");
        repo.git("tag", "v1");
        repo.git("tag", "-a", "-m", "two", "v2");
        settle();
        assertThat(journal().commits()).hasSize(seen);
        assertThat(Files.readAllBytes(repo.expertise())).isEqualTo(before);
        assertActs(1, List.of(id));
    }
}
