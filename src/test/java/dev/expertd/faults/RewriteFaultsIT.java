package dev.expertd.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.program.TestRepo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** History that is written again: by amend, rebase, squash, patches and merges. */
class RewriteFaultsIT extends FaultScene {
    @Test
    void threeAmendsOfTheWordsAreOneAct() throws Exception {
        enrolled();
        start();
        List<String> ids = new ArrayList<>(List.of(commitLesson("1")));
        awaitLine("1");
        kill();
        for (String word : List.of("one", "two", "three")) {
            ids.add(amend(message("1") + "\nSaid in other words: " + word + "\n"));
        }
        start();
        awaitSettled(ids.get(3));
        settle();
        assertThat(state(ids.get(3))).isEqualTo("ALIAS");
        assertActs(1, List.of(ids.get(0), ids.get(3)));
        assertLineOnce("1");
    }

    @Test
    void threeAmendsOfTheContentAreOneAct() throws Exception {
        enrolled();
        start();
        List<String> ids = new ArrayList<>(List.of(commitLesson("1")));
        awaitLine("1");
        kill();
        for (int i = 2; i < 5; i++) {
            repo.write("app/part_1.py", "def part_1():\n    return " + i + "\n");
            repo.git("add", "app");
            ids.add(amend(message("1")));
        }
        start();
        awaitSettled(ids.get(3));
        settle();
        assertActs(1, List.of(ids.get(0), ids.get(3)));
        assertLineOnce("1");
    }

    @Test
    void anAmendInTheSameSecondThatChangesNothingIsNoWork() throws Exception {
        enrolled();
        start();
        String id = commitLesson("1");
        awaitLine("1");
        byte[] before = Files.readAllBytes(repo.expertise());
        String when = repo.git("log", "-1", "--format=%cI").strip();
        repo.git("-c", "alias.again=!GIT_COMMITTER_DATE=" + when + " git commit -q --amend --no-edit", "again");
        assertThat(head(repo)).isEqualTo(id);
        settle();
        assertThat(journal().commits()).containsOnlyKeys(id);
        assertActs(1, List.of(id));
        assertThat(Files.readAllBytes(repo.expertise())).isEqualTo(before);
    }

    @Test
    void aRebaseOfFiveJudgedCommitsGivesAliases() throws Exception {
        enrolled();
        start();
        List<String> before = fiveOnTopic();
        awaitState("JUDGED", before);
        for (int i = 0; i < 5; i++) {
            awaitLine("step_" + i);
        }
        repo.commit("Learnings");
        kill();
        mainMovesOn();
        repo.git("rebase", "-q", "main");
        start();
        List<String> after = ids("main..topic~1");
        awaitState("ALIAS", after);
        settle();
        List<String> all = new ArrayList<>(before);
        all.addAll(after);
        assertActs(6, all); // five and the one of main
        for (int i = 0; i < 5; i++) {
            assertLineOnce("step_" + i);
        }
        assertThat(repo.git("status", "--porcelain")).isEmpty();
    }

    @Test
    void nothingIsWrittenWhileARebaseIsUnderWay() throws Exception {
        enrolled();
        start();
        freeze();
        List<String> before = fiveOnTopic();
        mainMovesOn();
        Path seen = folder.resolve("seen");
        String look = "kill -CONT " + daemonPid() + "; sleep 0.6; git status --porcelain >> '" + seen + "'";
        repo.git("rebase", "-q", "--exec", look, "main");
        assertThat(Files.readString(seen)).as("changes during the rebase").isEmpty();
        List<String> after = ids("main..topic");
        assertThat(after).hasSize(5);
        for (int i = 0; i < 5; i++) {
            awaitLine("step_" + i);
        }
        awaitSettled(after.get(0));
        settle();
        for (int i = 0; i < 5; i++) {
            assertLineOnce("step_" + i);
        }
        assertActs(6, after);
        assertThat(before).doesNotContainAnyElementsOf(after);
    }

    @Test
    void threeSquashedIntoOneAreNoNewAct() throws Exception {
        enrolled();
        start();
        for (int i = 0; i < 3; i++) {
            commitLesson("step_" + i);
            awaitLine("step_" + i);
        }
        repo.commit("Learnings");
        repo.git(
                "-c",
                "sequence.editor=sed -i '2,3s/^pick/squash/'",
                "-c",
                "core.editor=true",
                "rebase",
                "-q",
                "-i",
                "HEAD~4");
        String squashed = ids("HEAD~1").get(0);
        awaitSettled(squashed);
        settle();
        assertThat(state(squashed)).isEqualTo("ALIAS");
        for (int i = 0; i < 3; i++) {
            assertLineOnce("step_" + i);
        }
        assertActs(3, List.of(squashed));
    }

    @Test
    void aRebaseByPatchesIsFoundThoughNoHookRan() throws Exception {
        enrolled();
        start();
        List<String> before = fiveOnTopic();
        for (int i = 0; i < 5; i++) {
            awaitLine("step_" + i);
        }
        repo.commit("Learnings");
        mainMovesOn();
        repo.git(
                "-c",
                "core.hooksPath=/dev/null",
                "-c",
                "hook.expertd.enabled=false",
                "rebase",
                "-q",
                "--apply",
                "main");
        List<String> after = ids("main..topic~1");
        awaitState("ALIAS", after);
        List<String> all = new ArrayList<>(before);
        all.addAll(after);
        assertActs(6, all);
        for (int i = 0; i < 5; i++) {
            assertLineOnce("step_" + i);
        }
    }

    @Test
    void aPatchAppliedFromAMailIsFoundThoughNoHookRan() throws Exception {
        enrolled();
        TestRepo other = TestRepo.in(folder.resolve("other"));
        commitLesson(other, "1");
        Path mail = folder.resolve("mail");
        other.git("format-patch", "-1", "-o", mail.toString());
        start();
        try (var patches = Files.list(mail)) {
            String patch = patches.findFirst().orElseThrow().toString();
            repo.git("-c", "core.hooksPath=/dev/null", "-c", "hook.expertd.enabled=false", "am", "-q", patch);
        }
        awaitState("JUDGED", head(repo));
        awaitLine("1");
        assertActs(1, List.of(head(repo)));
        assertLineOnce("1");
    }

    private String amend(String message) {
        repo.git("commit", "-q", "--amend", "-m", message);
        return head(repo);
    }

    private List<String> fiveOnTopic() {
        repo.git("switch", "-q", "-c", "topic");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            repo.write("app/part_step_" + i + ".py", "def part_step_" + i + "():\n    return 1\n");
            repo.git("add", "app");
            repo.git("commit", "-q", "-m", message("step_" + i));
            ids.add(head(repo));
        }
        return ids;
    }

    /** Main gets a commit of its own from a worktree that is gone again. */
    private void mainMovesOn() {
        Path elsewhere = folder.resolve("elsewhere");
        repo.git("worktree", "add", "-q", elsewhere.toString(), "main");
        repo.git("-C", elsewhere.toString(), "commit", "-q", "--allow-empty", "-m", "Main moves on");
        repo.git("worktree", "remove", "-f", elsewhere.toString());
    }

    private List<String> ids(String range) {
        return repo.git("rev-list", range).lines().toList();
    }

    private static String head(TestRepo repo) {
        return repo.git("rev-parse", "HEAD").strip();
    }
}
