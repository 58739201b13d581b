package dev.expertd.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.expertd.program.GitUnderTest;
import dev.expertd.program.Program;
import dev.expertd.program.TestRepo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.core.ConditionTimeoutException;

/** A user with a home of their own, enrolled repositories and the daemon that looks after them. */
final class Host implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Path home;
    private final Program program;
    private final List<String> under = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private Process daemon = Commands.ended();
    private int logs;

    private Host(Path folder, Path home) {
        this.folder = folder;
        this.home = home;
        this.program = new Program(home);
    }

    /** A home in that folder; the daemon looks at everything once a second, so that no test waits long for the sweep. */
    static Host in(Path folder, String home) {
        try {
            Path real = folder.toRealPath();
            Host host = new Host(real, Files.createDirectories(real.resolve(home)));
            Files.createDirectories(host.settings().getParent());
            Files.writeString(host.settings(), "sweep-seconds: 1\n");
            return host;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Host in(Path folder) {
        return in(folder, "home");
    }

    /** Everything of expertd's runs under this command from now on. */
    Host under(List<String> command) {
        under.clear();
        under.addAll(command);
        return this;
    }

    Host with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Path folder() {
        return folder;
    }

    Path home() {
        return home;
    }

    Path state() {
        return home.resolve(".local/state/expertd");
    }

    Path settings() {
        return home.resolve(".config/expertd/config.yml");
    }

    /** The spool of the only repository there is; of none if no hook ever left anything. */
    Path spool() {
        Path spools = state().resolve("spool");
        try (Stream<Path> files = Files.list(spools)) {
            return files.findFirst().orElse(spools.resolve("none"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A repository with an expert, enrolled. */
    TestRepo repository(String name) {
        TestRepo repo = TestRepo.in(folder.resolve(name));
        enrol(repo);
        return repo;
    }

    void enrol(TestRepo repo) {
        Program.Result result = run(repo.root(), "init");
        assertThat(result.status()).as(result.err()).isZero();
    }

    /** Git as the user of this home, under the same command as the program. */
    String git(TestRepo repo, String... arguments) {
        List<String> command = new ArrayList<>(under);
        command.addAll(List.of(GitUnderTest.command(), "-c", "safe.directory=*"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = Commands.in(repo.root(), command);
        builder.environment().put("HOME", home.toString());
        return Commands.check(builder).strip();
    }

    /** Settings beside those that are there. */
    Host set(String yaml) {
        try {
            Files.writeString(settings(), yaml, StandardOpenOption.APPEND);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Program.Result run(Path where, String... arguments) {
        return Commands.run(builder(where, arguments), Duration.ofMinutes(2));
    }

    /** Starts the daemon and waits until it says that it runs. */
    Process start() {
        Path log = home.resolve("daemon-" + ++logs + ".log");
        try {
            daemon = builder(folder, "daemon", "run")
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            await().atMost(PATIENCE)
                    .until(() -> !daemon.isAlive() || Files.readString(log).contains("runs as process"));
            assertThat(daemon.isAlive()).as(log()).isTrue();
            return daemon;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String log() {
        try {
            return Files.readString(home.resolve("daemon-" + logs + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void signal(String name) {
        Commands.check(new ProcessBuilder("kill", "-" + name, Long.toString(daemon.pid())));
    }

    void kill() {
        daemon.destroyForcibly();
        Commands.end(daemon);
    }

    void stop() {
        daemon.destroy();
        Commands.end(daemon);
    }

    /** What {@code status --json} says of a repository. */
    JsonNode status(Path root) {
        Program.Result result = run(root, "status", "--json");
        assertThat(result.status()).as(result.err()).isZero();
        return objects(result.out())
                .filter(each -> each.get("repository").asText().equals(root.toString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(result.out() + result.err()));
    }

    /** The acts as {@code log --json} tells them, newest first. */
    List<JsonNode> acts(TestRepo repo) {
        Program.Result result = run(repo.root(), "log", "--json", "-n", "100000");
        assertThat(result.status()).as(result.err()).isZero();
        return objects(result.out()).toList();
    }

    List<String> commitsIn(List<JsonNode> acts) {
        return acts.stream().flatMap(act -> texts(act.get("commits"))).toList();
    }

    List<String> runsIn(List<JsonNode> acts) {
        return acts.stream().flatMap(act -> texts(act.get("runs"))).toList();
    }

    /** Waits until exactly these commits were taken up, each once. */
    void awaitTakenUp(TestRepo repo, List<String> commits) {
        awaitSaying(() -> assertThat(commitsIn(acts(repo))).containsExactlyInAnyOrderElementsOf(commits));
    }

    void awaitRuns(TestRepo repo, int count) {
        awaitSaying(() -> assertThat(runsIn(acts(repo)).stream().distinct()).hasSize(count));
    }

    /** Waits until the line stands in the file, and sees that it stands there once. */
    void awaitLine(TestRepo repo, String text) {
        awaitSaying(() -> assertThat(repo.expertiseText()).contains(text));
        assertThat(linesWith(repo, text)).as(text).isEqualTo(1);
    }

    static long linesWith(TestRepo repo, String text) {
        return repo.expertiseText().lines().filter(line -> line.contains(text)).count();
    }

    /**
     * Waits until an assertion holds; if it never does, tells what the daemon said too. One that asks the program keeps a
     * core busy for so long; so there are pauses of twice that time.
     */
    void awaitSaying(org.awaitility.core.ThrowingRunnable assertion) {
        Duration[] took = {POLL};
        try {
            await().atMost(PATIENCE)
                    .pollInSameThread()
                    .pollInterval((count, before) -> took[0].compareTo(POLL) < 0 ? POLL : took[0].multipliedBy(2))
                    .untilAsserted(() -> {
                        long begun = System.nanoTime();
                        try {
                            assertion.run();
                        } finally {
                            took[0] = Duration.ofNanos(System.nanoTime() - begun);
                        }
                    });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(e.getMessage() + "\nthe daemon said:\n" + (logs > 0 ? log() : "nothing"), e);
        }
    }

    /** Nothing of ours lies beside the expertise file or waits in the state folder. */
    void assertNoStrayFiles(TestRepo repo) {
        Path staging = home().resolve(".local/state/expertd/staging");
        try (Stream<Path> beside = Files.list(repo.expertise().getParent());
                Stream<Path> waiting = Files.isDirectory(staging) ? Files.walk(staging) : Stream.empty()) {
            assertThat(beside.map(path -> path.getFileName().toString()).filter(name -> name.contains("expertd")))
                    .isEmpty();
            assertThat(waiting.filter(Files::isRegularFile)).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessBuilder builder(Path where, String... arguments) {
        ProcessBuilder builder = program.builder(where, arguments);
        List<String> command = new ArrayList<>(under);
        command.addAll(builder.command());
        builder.command(command).environment().putAll(environment);
        return builder;
    }

    @Override
    public void close() {
        if (daemon.isAlive()) {
            signal("CONT");
            daemon.destroy();
            try {
                if (!daemon.waitFor(15, SECONDS)) {
                    daemon.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                daemon.destroyForcibly();
            }
        }
    }

    private static Stream<JsonNode> objects(String lines) {
        return lines.lines().filter(line -> !line.isBlank()).map(Host::object);
    }

    private static JsonNode object(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }
}
