package dev.expertd.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.program.TestRepo;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commits that come from elsewhere: merged, pulled, forced, and from behind a shallow boundary. */
class ElsewhereFaultsIT extends FaultScene {
    private TestRepo upstream;

    @Test
    void aMergeTeachesNothingByItself() {
        enrolled();
        start();
        repo.git("switch", "-q", "-c", "side");
        String side = commitLesson("1");
        awaitLine("1");
        repo.commit("Learnings");
        repo.git("switch", "-q", "main");
        repo.git("merge", "-q", "--no-ff", "-m", message("2"), "side");
        String merge = head(repo);
        awaitState("MERGE", merge);
        assertActs(1, List.of(side));
        assertLineOnce("1");
        assertThat(repo.expertiseText()).doesNotContain(lesson("2"));
    }

    @Test
    void pulledCommitsAreImportedAndTeachNothing() {
        cloned();
        start();
        String theirs = commitLesson(upstream, "1");
        repo.git("pull", "-q", "--ff-only");
        assertThat(head(repo)).isEqualTo(theirs);
        awaitState("IMPORTED", theirs);
        assertActs(0, List.of());
        assertThat(repo.expertiseText()).doesNotContain(lesson("1"));
    }

    @Test
    void afterAForcePushOnlyNewCommitsAreFoundAndImported() {
        cloned();
        String old = commitLesson(upstream, "1");
        repo.git("pull", "-q", "--ff-only");
        start();
        awaitState("IMPORTED", old);
        int seen = journal().commits().size();
        upstream.git("reset", "-q", "--hard", "HEAD~1");
        String forced = commitLesson(upstream, "2");
        repo.git("fetch", "-q");
        repo.git("reset", "-q", "--hard", "@{u}");
        awaitState("IMPORTED", forced);
        assertThat(journal().commits()).hasSize(seen + 1).containsKey(forced);
        assertThat(state(old)).isEqualTo("IMPORTED");
        assertActs(0, List.of());
    }

    @Test
    void unshallowingReplaysNoOldCommit() throws Exception {
        upstream = TestRepo.in(folder.resolve("upstream")).by("Colleague");
        upstream.write(".expertd.yml", "learning:\n  per-day: 100\n");
        for (int i = 0; i < 5; i++) {
            commitLesson(upstream, "old_" + i);
        }
        enrolled(TestRepo.clone(upstream.root().toUri().toString(), folder.resolve("shop"), "--depth", "2"));
        start();
        String mine = commitLesson("1");
        awaitLine("1");
        int seen = journal().commits().size();
        repo.git("fetch", "-q", "--unshallow");
        assertThat(repo.git("rev-list", "--count", "HEAD").strip()).isEqualTo("7");
        settle();
        repo.git("commit", "-q", "--allow-empty", "-m", "Later");
        awaitState("JUDGED", head(repo));
        assertThat(journal().commits()).hasSize(seen + 1);
        assertActs(2, List.of(mine, head(repo)));
    }

    private void cloned() {
        upstream = TestRepo.in(folder.resolve("upstream")).by("Colleague");
        upstream.write(".expertd.yml", "learning:\n  per-day: 100\n");
        upstream.commit("Settings");
        enrolled(TestRepo.clone(upstream.root().toString(), folder.resolve("shop")));
    }

    private static String head(TestRepo repo) {
        return repo.git("rev-parse", "HEAD").strip();
    }
}
