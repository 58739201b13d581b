package dev.expertd.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.program.TestRepo;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commits in quick succession, and a daemon that is frozen, killed, or dies at the worst places. */
class CommitFaultsIT extends FaultScene {
    @Test
    void aHundredEmptyCommitsInALoopAreAllSeen() {
        enrolled();
        start();
        List<String> ids = emptyCommits(100);
        awaitState("JUDGED", ids);
        assertActs(100, ids);
        assertThat(log().stream().map(act -> act.get("commit").asText()).toList())
                .containsExactlyElementsOf(ids);
    }

    @Test
    void fiftyCommitsBesideAFrozenDaemonAreAllSeen() throws Exception {
        enrolled();
        start();
        freeze();
        List<String> ids = emptyCommits(50);
        thaw();
        awaitState("JUDGED", ids);
        assertActs(50, ids);
    }

    @Test
    void commitsBesideAKilledDaemonAreCaughtUp() throws Exception {
        enrolled();
        start();
        String before = commitLesson("1");
        kill();
        List<String> ids = new ArrayList<>(List.of(before));
        ids.addAll(emptyCommits(3));
        ids.add(commitLesson("2"));
        start();
        awaitState("JUDGED", ids);
        awaitLine("1");
        awaitLine("2");
        assertActs(5, ids);
        assertLineOnce("1");
        assertLineOnce("2");
        assertThat(status().get("commits_waiting").asInt()).isZero();
    }

    @Test
    void killedAtEachStepFromACommitToItsLineTheLineIsWrittenOnce() throws Exception {
        enrolled();
        List<String> ids = new ArrayList<>();
        List<String> places = List.of(
                "found",
                "checkpoint",
                "judged",
                "intended",
                "temporary-begun",
                "temporary-written",
                "before-rename",
                "after-rename",
                "late-edits-read",
                "effect",
                "done");
        for (String place : places) {
            String name = name(places, place);
            repo.write("app/part_" + name + ".py", "def part_" + name + "():\n    return 1\n");
            repo.git("add", "app");
            repo.git("commit", "-q", "-m", message(name));
            ids.add(repo.git("rev-parse", "HEAD").strip());
            startAndDieAt(place); // and brings to its end what the one before left
            repo.write(TestRepo.EXPERTISE, repo.expertiseText() + "- by hand, before " + place + " is mended\n");
        }
        start();
        awaitState("JUDGED", ids);
        settle();
        places.forEach(place -> assertLineOnce(name(places, place)));
        places.forEach(place ->
                assertThat(repo.expertiseText()).containsOnlyOnce("- by hand, before " + place + " is mended\n"));
        assertActs(places.size(), ids);
        try (var files = Files.list(repo.expertise().getParent())) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactly("expertise.md");
        }
    }

    private static String name(List<String> places, String place) {
        return "step_" + places.indexOf(place);
    }

    private List<String> emptyCommits(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            repo.git("commit", "-q", "--allow-empty", "-m", "x");
        }
        repo.git("rev-list", "-n", String.valueOf(count), "HEAD").lines().forEach(ids::add);
        return ids;
    }
}
