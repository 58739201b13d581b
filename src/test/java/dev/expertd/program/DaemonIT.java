package dev.expertd.program;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real daemon process and the real git: from a commit and a test run to a line, with nobody typing anything. */
class DaemonIT {
    private static final String FIX = """
            fix: create without a tenant

            create() crashed with a KeyError because batch jobs pass no tenant_id. Default tenant_id to the
            owner of the job.
            """;
    private static final String LESSON = "because batch jobs pass no `tenant_id`";

    @TempDir
    Path folder;

    private Program program;
    private TestRepo repo;
    private Process daemon;

    @BeforeEach
    void start() throws Exception {
        program = new Program(Files.createDirectories(folder.resolve("home")));
        repo = TestRepo.in(folder.resolve("shop"));
        assertThat(program.run(repo.root(), "init").status()).isZero();
        daemon = program.daemon(repo.root());
    }

    @AfterEach
    void stop() throws Exception {
        daemon.destroy();
        if (!daemon.waitFor(15, SECONDS)) {
            daemon.destroyForcibly();
        }
    }

    @Test
    void aFixWhoseMessageStatesTheCauseGivesItsLine() {
        repo.write("app/service.py", "def create(params, tenant_id=\"owner\"):\n    return tenant_id\n");
        repo.commit(FIX);
        awaitLine(LESSON);
        assertThat(linesWith(LESSON)).isEqualTo(1);
        assertThat(repo.expertiseText()).doesNotContain("last_updated: 2025-12-01");
    }

    @Test
    void aFailingAndThenAPassingRunGiveTheLineThatNamesTestErrorSymbolAndComponent() throws Exception {
        String test = "tests/test_service.py::test_create_for_batch";
        repo.trace(
                "r1",
                Map.of(
                        test,
                        List.of(
                                "Traceback (most recent call last):",
                                "  File \"app/service.py\", line 2, in create",
                                "    return {\"id\": params[\"id\"]}",
                                "KeyError: 'id'")),
                "tests/test_service.py::test_other");
        await().atMost(10, SECONDS)
                .until(() -> program.run(repo.root(), "log").out().contains("partial"));
        repo.write("app/service.py", "def create(params, tenant):\n    return {\"id\": params.get(\"id\")}\n");
        repo.commit("Tolerate jobs");
        await().atMost(10, SECONDS)
                .until(() -> program.run(repo.root(), "log").out().contains("Tolerate jobs"));
        repo.trace("r2", Map.of(), test, "tests/test_service.py::test_other");
        awaitLine("test_create_for_batch");
        String line = repo.expertiseText()
                .lines()
                .filter(each -> each.contains("test_create_for_batch"))
                .findFirst()
                .orElseThrow();
        assertThat(line).contains("KeyError").contains("create").contains("component: service");
        assertThat(repo.expertiseText().substring(repo.expertiseText().indexOf("### common_issues")))
                .contains(line);
    }

    @Test
    void whatHappenedWhileTheDaemonWasDownIsCaughtUpOnce() throws Exception {
        stop();
        repo.write("app/service.py", "def create(params, tenant_id=\"owner\"):\n    return tenant_id\n");
        repo.commit(FIX);
        assertThat(repo.expertiseText()).doesNotContain(LESSON);
        daemon = program.daemon(repo.root());
        awaitLine(LESSON);
        stop();
        byte[] before = Files.readAllBytes(repo.expertise());
        daemon = program.daemon(repo.root());
        assertThat(program.run(repo.root(), "learn").status()).isZero();
        assertThat(Files.readAllBytes(repo.expertise())).isEqualTo(before);
    }

    @Test
    @Tag("at-length")
    void killedAtAnyMomentEachLineIsWrittenOnce() throws Exception {
        Random random = new Random(20260105);
        for (int round = 0; round < 6; round++) {
            repo.write("app/part" + round + ".py", "def part_" + round + "():\n    return " + round + "\n");
            repo.commit("fix: part_" + round + " of the service\n\npart_" + round + "() crashed with a Part" + round
                    + "Error because table_" + round + " is missing. Create table_" + round + " before part_" + round
                    + "() runs.\n");
            Thread.sleep(random.nextInt(400));
            daemon.destroyForcibly().waitFor();
            daemon = program.daemon(repo.root());
        }
        for (int round = 0; round < 5; round++) { // the sixth is over the day's limit
            String lesson = "`table_" + round + "` is missing";
            awaitLine(lesson);
            assertThat(linesWith(lesson)).as(lesson).isEqualTo(1);
        }
        try (var files = Files.list(repo.expertise().getParent())) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactly("expertise.md");
        }
    }

    @Test
    void committingOurLinesSilencesNothingAndDoublesNothing() {
        repo.write("app/service.py", "def create(params, tenant_id=\"owner\"):\n    return tenant_id\n");
        repo.commit(FIX);
        awaitLine(LESSON);
        repo.write("app/other.py", "def store(path):\n    return path\n");
        repo.commit(
                "fix: store() on full disks\n\nstore() lost writes with an OSError because the disk quota is checked too late. Check quota_left before opening the file.\n");
        awaitLine("because the disk quota is checked too late");
        assertThat(linesWith(LESSON)).isEqualTo(1);
        assertThat(repo.git("status", "--porcelain")).contains("expertise.md");
    }

    @Test
    void aTermSignalStopsItCleanlyAndNothingOfGitWasChanged() throws Exception {
        String head = repo.git("rev-parse", "HEAD");
        daemon.destroy();
        assertThat(daemon.waitFor(10, SECONDS)).isTrue();
        assertThat(repo.git("rev-parse", "HEAD")).isEqualTo(head);
        assertThat(repo.git("status", "--porcelain")).isEmpty();
        assertThat(repo.git("fsck")).doesNotContain("error");
    }

    @Test
    void theDaemonGoesOnBesideATraceThatIsNoJsonAndAnUnwritableFile() throws Exception {
        repo.write("trace_logs.json", "this is no JSON");
        repo.write("app/service.py", "def create(params, tenant_id=\"owner\"):\n    return tenant_id\n");
        assertThat(repo.expertise().toFile().setWritable(false)).isTrue();
        repo.commit(FIX);
        await().atMost(15, SECONDS)
                .until(() -> program.run(repo.root(), "status").out().contains("read-only"));
        assertThat(program.run(repo.root(), "status").out())
                .contains("trace_logs.json")
                .contains("no format that expertd knows");
        assertThat(repo.expertise().toFile().setWritable(true)).isTrue();
        repo.write("app/again.py", "x = 1\n");
        repo.commit("Touch something");
        awaitLine(LESSON);
    }

    private void awaitLine(String text) {
        try {
            await().atMost(30, SECONDS).until(() -> repo.expertiseText().contains(text));
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            throw new AssertionError("no line with \"" + text + "\"; the daemon said:\n" + program.daemonLog(), e);
        }
    }

    private long linesWith(String text) {
        return repo.expertiseText().lines().filter(line -> line.contains(text)).count();
    }
}
