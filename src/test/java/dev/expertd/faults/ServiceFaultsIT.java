package dev.expertd.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.expertd.program.Program;
import dev.expertd.program.TestRepo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows 39 and 40: many daemons at once, one that was killed, a machine that slept, a clock and a folder that moved. */
class ServiceFaultsIT {
    private static final int DAEMONS = 20;

    @TempDir
    Path folder;

    private Host host;
    private TestRepo repo;
    private final List<Process> daemons = new ArrayList<>();

    @BeforeEach
    void begin() {
        host = Host.in(folder);
        repo = host.repository("shop");
    }

    @AfterEach
    void end() {
        daemons.forEach(Process::destroyForcibly);
        host.close();
    }

    @Test
    void ofTwentyDaemonsOneRunsAndAnotherTakesOverWhenItIsKilled() throws Exception {
        for (int i = 0; i < DAEMONS; i++) {
            daemons.add(host.builder(host.folder(), "daemon", "run")
                    .redirectErrorStream(true)
                    .redirectOutput(said(i).toFile())
                    .start());
        }
        await().atMost(Duration.ofMinutes(2))
                .until(() -> daemons.stream().filter(Process::isAlive).count() == 1);
        Process one = daemons.stream().filter(Process::isAlive).findFirst().orElseThrow();
        for (int i = 0; i < DAEMONS; i++) {
            Path said = said(i);
            if (daemons.get(i) == one) {
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> Files.readString(said).contains("runs as process " + one.pid()));
            } else {
                assertThat(daemons.get(i).exitValue()).isEqualTo(1);
                assertThat(Files.readString(said))
                        .containsOnlyOnce("a daemon runs already")
                        .hasLineCount(1);
            }
        }
        Lesson first = Lesson.commit(repo, 1);
        host.awaitLine(repo, first.line());

        one.destroyForcibly();
        Commands.end(one);
        recycle(one.pid());
        assertThat(host.run(repo.root(), "status").out()).contains("daemon: not running; `expertd daemon start`");
        Lesson second = Lesson.commit(repo, 2);
        host.start();
        host.awaitLine(repo, second.line());
        host.awaitTakenUp(repo, List.of(first.commit(), second.commit()));
        assertThat(host.status(repo.root()).get("daemon").asBoolean()).isTrue();
        assertThat(leftovers()).isEmpty();
    }

    /** The number of the killed daemon is that of another living process now. */
    private void recycle(long old) throws IOException {
        String other = Long.toString(ProcessHandle.current().pid());
        for (Path file :
                List.of(host.state().resolve("daemon.state"), host.state().resolve("locks/daemon.pid"))) {
            String text = Files.readString(file);
            assertThat(text).contains(Long.toString(old));
            Files.writeString(file, text.replace(Long.toString(old), other));
        }
    }

    private List<String> leftovers() throws IOException {
        try (Stream<Path> files = Files.walk(host.state())) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".tmp"))
                    .toList();
        }
    }

    private Path said(int daemon) {
        return host.home().resolve("said" + daemon + ".txt");
    }

    @Test
    void whatHappenedWhileItSleptIsFoundWhenItWakes() throws Exception {
        host.start();
        Lesson before = Lesson.commit(repo, 1);
        host.awaitLine(repo, before.line());
        host.signal("STOP");
        Lesson asleep = Lesson.commit(repo, 2);
        repo.write("trace_logs.json", MadeTrace.passing("r1", 3));
        host.signal("CONT");
        host.awaitLine(repo, asleep.line());
        host.awaitRuns(repo, 1);
        host.awaitTakenUp(repo, List.of(before.commit(), asleep.commit()));
    }

    @Test
    void aClockThatIsSetBackADayHidesNothingAndDoublesNothing() throws Exception {
        Path library = Stream.of("x86_64-linux-gnu", "aarch64-linux-gnu")
                .map(machine -> Path.of("/usr/lib", machine, "faketime/libfaketime.so.1"))
                .filter(Files::exists)
                .findFirst()
                .orElse(folder);
        assumeTrue(!library.equals(folder), "libfaketime is not installed here");
        host.start();
        Lesson today = Lesson.commit(repo, 1);
        host.awaitLine(repo, today.line());
        host.stop();

        // Set while it runs, the clock keeps the threads of the JVM itself from ever waiting: so it is set in between.
        host.with("LD_PRELOAD", library.toString())
                .with("FAKETIME", "-1d")
                .with("FAKETIME_DONT_FAKE_MONOTONIC", "1")
                .with("DONT_FAKE_MONOTONIC", "1")
                .with("FAKETIME_FORCE_MONOTONIC_FIX", "0") // else no thread of the JVM ever waits
                .with("NO_FAKE_STAT", "1");
        host.start();
        host.with("LD_PRELOAD", ""); // the commands that ask take the real time, and less of it
        Lesson yesterday = Lesson.commit(repo, 2);
        host.awaitLine(repo, yesterday.line());
        Path trace = repo.root().resolve("trace_logs.json");
        String text = MadeTrace.passing("r1", 3);
        Files.writeString(trace, text.substring(0, text.length() / 2));
        host.awaitSaying(() ->
                assertThat(host.status(repo.root()).get("waiting").toString()).contains("trace_logs.json"));
        Files.writeString(trace, text);
        host.awaitRuns(repo, 1);
        assertThat(host.status(repo.root()).get("daemon").asBoolean()).isTrue();
        host.stop();

        host.start();
        Lesson again = Lesson.commit(repo, 3);
        host.awaitLine(repo, again.line());
        host.awaitTakenUp(repo, List.of(today.commit(), yesterday.commit(), again.commit()));
        host.awaitRuns(repo, 1);
    }

    @Test
    void theServiceStillStartsWhenTheProgramLiesElsewhere() throws Exception {
        Path first = host.folder().resolve("first");
        Path second = host.folder().resolve("second");
        Installation installation = installation();
        install(first);
        assertThat(Commands.run(installation.launched(installation.launcher(), "daemon", "start"))
                        .out())
                .contains("daemon: started");
        Lesson running = Lesson.commit(repo, 1);
        host.awaitLine(repo, running.line());

        Files.move(first, host.folder().resolve("gone")); // below the running daemon
        Lesson meanwhile = Lesson.commit(repo, 2);
        Program.Result broken = Commands.run(installation.launched(installation.launcher(), "status"));
        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.err()).contains("is missing; run ./install.sh again").hasLineCount(1);
        install(second);
        assertThat(Commands.run(installation.launched(installation.launcher(), "daemon", "restart"))
                        .status())
                .isZero();
        try {
            host.awaitLine(repo, meanwhile.line());
            host.awaitTakenUp(repo, List.of(running.commit(), meanwhile.commit()));
            assertThat(Commands.run(installation.launched(installation.launcher(), "status"))
                            .out())
                    .contains("daemon: running");
        } finally {
            assertThat(Commands.run(installation.launched(installation.launcher(), "daemon", "stop"))
                            .status())
                    .isZero();
        }
    }

    private void install(Path data) throws IOException {
        ProcessBuilder builder = installation().script("--no-service");
        builder.environment().put("XDG_DATA_HOME", data.toString());
        Program.Result result = Commands.run(builder, Duration.ofMinutes(3));
        assertThat(result.status()).as(result.out() + result.err()).isZero();
    }

    private Installation installation() {
        return new Installation(host.folder(), host.home());
    }
}
