package dev.expertd.faults;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.expertd.program.Program;
import dev.expertd.program.TestRepo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A home of its own, a repository, and a daemon that a test starts, stops, freezes and kills. */
abstract class FaultScene {
    private static final int PATIENCE_SECONDS = 40;

    @TempDir
    Path folder;

    TestRepo repo;
    Program program;
    private @Nullable Process daemon;

    @AfterEach
    void endDaemon() throws Exception {
        if (daemon != null) {
            daemon.destroyForcibly().waitFor(10, SECONDS);
        }
    }

    /** The usual repository, enrolled, with hooks. */
    void enrolled() {
        enrolled(TestRepo.in(folder.resolve("shop")));
    }

    void enrolled(TestRepo made, String... options) {
        withoutLimit(made);
        repo = made;
        program = program(made, options);
    }

    private Program program(TestRepo made, String... options) {
        try {
            Program started = new Program(Files.createDirectories(folder.resolve("home")));
            String[] command =
                    Stream.concat(Stream.of("init"), Arrays.stream(options)).toArray(String[]::new);
            Program.Result result = started.run(made.root(), command);
            assertThat(result.status()).as(result.err()).isZero();
            return started;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Lines are counted here, not rationed. */
    private static void withoutLimit(TestRepo made) {
        if (!Files.exists(made.root().resolve(".expertd.yml"))) {
            made.write(".expertd.yml", "learning:\n  per-day: 100\n");
            made.commit("Settings");
        }
    }

    void start() {
        start(repo.root());
    }

    void start(Path worktree) {
        daemon = program.daemon(worktree);
    }

    /** Starts a daemon that dies at a failpoint by itself. */
    void startAndDieAt(String failpoint) throws Exception {
        Process doomed = program.with("EXPERTD_FAILPOINT", failpoint).daemonThatDies(repo.root());
        daemon = doomed;
        assertThat(doomed.waitFor(PATIENCE_SECONDS, SECONDS))
                .as(failpoint + " is reached")
                .isTrue();
        assertThat(doomed.exitValue()).as(failpoint).isEqualTo(137);
    }

    void kill() throws Exception {
        daemon.destroyForcibly().waitFor();
    }

    void freeze() throws Exception {
        signal("STOP");
    }

    void thaw() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(daemon.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    long daemonPid() {
        return daemon.pid();
    }

    /** Changes a file of its own and commits with a message that teaches; gives the id. */
    String commitLesson(TestRepo where, String name) {
        where.write("app/part_" + name + ".py", "def part_" + name + "():\n    return 1\n");
        return where.commit(message(name));
    }

    String commitLesson(String name) {
        return commitLesson(repo, name);
    }

    static String message(String name) {
        return "fix: part_" + name + " of the service\n\npart_" + name + "() crashed with a KeyError because table_"
                + name + " is missing. Create table_" + name + " before part_" + name + "() runs.\n";
    }

    static String lesson(String name) {
        return "because `table_" + name + "` is missing";
    }

    JournalRows journal() {
        return new JournalRows(program.home().resolve(".local/state/expertd/journal.db"));
    }

    String state(String id) {
        JournalRows.Seen seen = journal().commits().get(id);
        return seen == null ? "" : seen.state();
    }

    /** Waits until every one of these commits is in that state. */
    void awaitState(String state, Collection<String> ids) {
        awaiting("commits in state " + state, () -> {
            Map<String, JournalRows.Seen> seen = journal().commits();
            return ids.stream()
                    .allMatch(id -> seen.containsKey(id) && seen.get(id).state().equals(state));
        });
    }

    void awaitState(String state, String id) {
        awaitState(state, List.of(id));
    }

    /** Waits until nothing that was found is left to be judged, and the commit is among it. */
    void awaitSettled(String id) {
        awaiting(id + " settled", () -> {
            Map<String, JournalRows.Seen> seen = journal().commits();
            return seen.containsKey(id)
                    && seen.values().stream().noneMatch(each -> each.state().equals("FOUND"));
        });
    }

    void awaitLine(String name) {
        awaiting("the line of " + name, () -> repo.expertiseText().contains(lesson(name)));
    }

    void awaiting(String what, java.util.concurrent.Callable<Boolean> condition) {
        GitFiles before = GitFiles.of(repo.root().resolve(".git"));
        try {
            await().pollInterval(100, MILLISECONDS)
                    .atMost(PATIENCE_SECONDS, SECONDS)
                    .until(condition);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    "waited for " + what + "; found " + journal().commits() + "; the daemon said:\n"
                            + program.daemonLog(),
                    e);
        }
        assertThat(GitFiles.of(repo.root().resolve(".git")))
                .as("git's own files")
                .isEqualTo(before);
    }

    /** A while in which nothing may happen. */
    void settle() throws InterruptedException {
        MILLISECONDS.sleep(2500);
    }

    void assertLineOnce(String name) {
        assertThat(repo.expertiseText().lines().filter(line -> line.contains(lesson(name))))
                .as("lines of " + name)
                .hasSize(1);
    }

    /** Each commit belongs to exactly one act, and there are so many acts. */
    void assertActs(int count, Collection<String> commits) {
        Map<String, List<String>> acts = journal().acts();
        assertThat(acts).as("acts").hasSize(count);
        assertThat(commits)
                .allSatisfy(id -> assertThat(acts.values())
                        .as("acts of " + id)
                        .filteredOn(act -> act.contains(id))
                        .hasSize(1));
    }

    /** The objects of {@code log --json}, newest act first. */
    List<JsonNode> log() {
        return json("log", "--json", "-n", "1000");
    }

    /** The one object of {@code status --json} for this repository. */
    JsonNode status() {
        return json("status", "-C", repo.root().toString(), "--json").get(0);
    }

    private List<JsonNode> json(String... command) {
        Program.Result result = program.run(repo.root(), command);
        assertThat(result.status()).as(result.err()).isZero();
        List<JsonNode> objects = new ArrayList<>();
        try {
            ObjectMapper mapper = new ObjectMapper();
            for (String line : result.out().lines().toList()) {
                objects.add(mapper.readTree(line));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return objects;
    }
}
