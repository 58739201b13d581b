package dev.expertd.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.expertd.io.PassLock;
import dev.expertd.io.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that hold the daemon's lock as the daemon does. */
class DaemonControlTest {
    @TempDir
    Path folder;

    private Places places = new Places(Path.of(""), Path.of(""), Path.of(""));

    @BeforeEach
    void home() throws Exception {
        places = new Places(folder.resolve("config"), folder.resolve("state"), folder.resolve("data"));
        places.make();
    }

    @AfterEach
    void stop() throws Exception {
        control().stop();
        // one that found another running may still be on its way out, and writes below the folder until it ends
        for (ProcessHandle child : ProcessHandle.current().children().toList()) {
            child.destroyForcibly();
            child.onExit().get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void startingTwiceStartsOneAndStoppingTwiceStopsOne() throws Exception {
        assertThat(control().running()).isEmpty();
        DaemonState first = control().start(command("stay"));
        assertThat(control().start(command("stay"))).isEqualTo(first);
        assertThat(control().running()).contains(first);
        assertThat(control().stop()).isTrue();
        assertThat(ProcessHandle.of(first.pid()).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(control().stop()).isFalse();
    }

    @Test
    void twentyStartedAtOnceAreOne() throws Exception {
        ExecutorService starters = Executors.newFixedThreadPool(20);
        List<Future<DaemonState>> starting = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            starting.add(starters.submit(() -> control().start(command("stay"))));
        }
        Set<Long> pids = new TreeSet<>();
        for (Future<DaemonState> each : starting) {
            pids.add(each.get().pid());
        }
        starters.shutdown();
        assertThat(pids).hasSize(1);
    }

    @Test
    void aKilledOneIsNotRunningWhateverItsFilesSay() throws Exception {
        DaemonState killed = control().start(command("stay"));
        ProcessHandle process = ProcessHandle.of(killed.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().get();
        // The number is used again, by this very process, which began later than the daemon had.
        long pid = ProcessHandle.current().pid();
        new DaemonState(pid, killed.started().minus(Duration.ofHours(1)), "watch", "1").write(places.daemonState());
        Files.writeString(places.locks().resolve(DaemonControl.LOCK + ".pid"), Long.toString(pid));
        assertThat(control().running()).isEmpty();
        assertThat(control().stop()).isFalse();
        assertThat(control().start(command("stay")).pid()).isNotEqualTo(pid);
    }

    @Test
    void oneThatDoesNotStopIsEndedIfThatIsAskedFor() throws Exception {
        DaemonState frozen = control().start(command("stay"));
        assumeTrue(
                new ProcessBuilder("kill", "-STOP", Long.toString(frozen.pid()))
                                .start()
                                .waitFor()
                        == 0,
                "no process can be frozen here");
        DaemonControl impatient = new DaemonControl(places, System.getenv(), Duration.ofMillis(500));
        assertThatThrownBy(impatient::stop).isInstanceOf(IOException.class).hasMessageContaining("does not stop");
        assertThat(impatient.end()).isTrue();
        assertThat(ProcessHandle.of(frozen.pid()).filter(ProcessHandle::isAlive))
                .isEmpty();
        assertThat(impatient.end()).isFalse();
    }

    @Test
    void aProcessThatIsNoDaemonIsNeverStopped() throws Exception {
        long pid = ProcessHandle.current().pid();
        try (PassLock held =
                PassLock.tryAcquire(places.locks(), DaemonControl.LOCK).orElseThrow()) {
            assertThat(held).isNotNull();
            new DaemonState(pid, Instant.EPOCH, "watch", "1").write(places.daemonState());
            DaemonControl impatient = new DaemonControl(places, System.getenv(), Duration.ofMillis(200));
            assertThatThrownBy(impatient::stop)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("process " + pid)
                    .hasMessageContaining("has not become a daemon of expertd");
        }
    }

    @Test
    void whatTheProcessSaidLastIsTheReasonThatItDidNotStart() {
        assertThatThrownBy(() -> control().start(command("fail")))
                .isInstanceOf(IOException.class)
                .hasMessage("the daemon did not start: no room on the disk");
    }

    private DaemonControl control() {
        return new DaemonControl(places, System.getenv());
    }

    private List<String> command(String what) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                Stand.class.getName(),
                what,
                places.config().toString(),
                places.state().toString(),
                "daemon");
    }

    /** Stands in for the daemon: takes the lock, says that it runs, and stays until it is told to stop. */
    static final class Stand {
        public static void main(String[] arguments) throws Exception {
            if (arguments[0].equals("fail")) {
                System.err.println("first line\nno room on the disk");
                System.exit(1);
            }
            Places places = new Places(Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[1]));
            Optional<PassLock> lock =
                    PassLock.acquire(places.locks(), DaemonControl.LOCK, Duration.ofMillis(200), () -> true);
            if (lock.isEmpty()) {
                System.exit(1);
            }
            ProcessHandle self = ProcessHandle.current();
            new DaemonState(self.pid(), self.info().startInstant().orElseThrow(), "watch", "1")
                    .write(places.daemonState());
            Thread.sleep(60_000);
            lock.get().close();
        }
    }
}
