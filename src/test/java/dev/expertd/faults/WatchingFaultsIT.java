package dev.expertd.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.expertd.program.TestRepo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 27 to 29: more events than anybody reads, none at all, and a repository that is not where it was. */
class WatchingFaultsIT {
    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void begin() {
        host = Host.in(folder);
    }

    @AfterEach
    void end() {
        host.close();
    }

    @Test
    void aStormInOneRepositoryWhileTheDaemonSleptHidesNoCommitOfAnother() throws Exception {
        TestRepo storm = host.repository("storm");
        TestRepo quiet = host.repository("quiet");
        host.start();
        Lesson before = Lesson.commit(storm, 1);
        host.awaitLine(storm, before.line());

        host.signal("STOP");
        Path reports = Files.createDirectories(storm.root().resolve("reports"));
        for (int i = 0; i < 3000; i++) {
            Files.writeString(storm.root().resolve("file" + i + ".txt"), "x");
            Files.writeString(storm.root().resolve(".git/file" + i), "x");
            Files.writeString(reports.resolve("file" + i + ".txt"), "x");
        }
        Lesson here = Lesson.commit(quiet, 2);
        storm.git("commit", "-q", "--allow-empty", "-m", Lesson.message(3));
        String there = storm.git("rev-parse", "HEAD").strip();
        host.signal("CONT");

        host.awaitLine(quiet, here.line());
        host.awaitLine(storm, Lesson.line(3));
        host.awaitTakenUp(quiet, List.of(here.commit()));
        host.awaitTakenUp(storm, List.of(before.commit(), there));
    }

    @ParameterizedTest
    @ValueSource(strings = {"instances", "watches"})
    void withoutRoomForWatchesTheSweepFindsEverythingAndStatusSaysSo(String what) {
        String limit = "/proc/sys/user/max_inotify_" + what;
        List<String> none = List.of("unshare", "-Ur", "sh", "-c", "echo 0 > " + limit + " && exec \"$@\"", "sh");
        assumeTrue(
                Commands.works(
                        "unshare", "-Ur", "sh", "-c", "echo 0 > " + limit + " && [ \"$(cat " + limit + ")\" = 0 ]"),
                "no user namespace whose inotify limits can be set here");
        TestRepo repo = host.repository("shop");
        host.under(none).start();
        host.under(List.of());
        Lesson lesson = Lesson.commit(repo, 1);
        host.awaitLine(repo, lesson.line());
        host.awaitTakenUp(repo, List.of(lesson.commit()));
        host.awaitSaying(
                () -> assertThat(host.status(repo.root()).get("mode").asText()).isEqualTo("sweep"));
        assertThat(host.run(repo.root(), "status").out()).contains("looking every few seconds (no watch is left)");
    }

    @Test
    void aRepositoryThatWasMovedIsReportedAndFoundAgainWhenItIsBack() throws Exception {
        TestRepo repo = host.repository("shop");
        Path away = folder.toRealPath().resolve("shop2");
        host.start();
        Files.move(repo.root(), away);
        host.awaitSaying(() -> assertThat(host.run(folder, "status").out())
                .contains(repo.root() + "\n  problem: ")
                .contains("expertd init"));
        TestRepo moved = TestRepo.at(away);
        Lesson lesson = Lesson.commit(moved, 1);
        Files.move(away, repo.root());
        host.awaitLine(repo, lesson.line());
        host.awaitTakenUp(repo, List.of(lesson.commit()));
    }

    @Test
    void aCloneAtTheSamePathIsTakenUpWithoutReplayingWhatWasThere() throws Exception {
        TestRepo repo = host.repository("shop");
        host.start();
        Lesson known = Lesson.commit(repo, 1);
        host.awaitLine(repo, known.line());
        repo.git("commit", "-q", "-a", "-m", "Keep what was learned");
        repo.git("clone", "-q", "--bare", ".", "../upstream.git");
        remove(repo.root());
        host.awaitSaying(() -> assertThat(host.run(folder, "status").out()).contains("problem: "));
        TestRepo.at(folder.toRealPath()).git("clone", "-q", "upstream.git", "shop");
        Lesson next = Lesson.commit(repo, 2);
        host.awaitLine(repo, next.line());
        assertThat(Host.linesWith(repo, known.line())).isEqualTo(1);
        assertThat(host.commitsIn(host.acts(repo))).doesNotHaveDuplicates().contains(known.commit(), next.commit());
        assertThat(host.run(repo.root(), "status").out()).contains("hook: ").contains("`expertd hooks install`");
    }

    @Test
    void whatWaitedForOneRepositoryIsNotWrittenIntoAnotherAtItsPath() throws Exception {
        TestRepo repo = host.repository("shop");
        host.start();
        repo.write(".git/MERGE_HEAD", repo.git("rev-parse", "HEAD"));
        Lesson waiting = Lesson.commitDuring(repo, 1);
        host.awaitSaying(() -> assertThat(host.run(repo.root(), "status").out()).contains("waiting: "));
        remove(repo.root());
        TestRepo other = TestRepo.in(repo.root());
        host.awaitSaying(() ->
                assertThat(host.status(other.root()).get("review").asInt()).isEqualTo(1));
        Lesson own = Lesson.commit(other, 2);
        host.awaitLine(other, own.line());
        assertThat(host.commitsIn(host.acts(other))).containsOnlyOnce(own.commit());
        assertThat(other.expertiseText()).doesNotContain(waiting.line());
    }

    private static void remove(Path folder) {
        Commands.check(new ProcessBuilder("rm", "-rf", folder.toString()));
    }
}
