package dev.expertd.daemon.life;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.io.Places;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifeNotesTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final long SELF = ProcessHandle.current().pid();

    @TempDir
    Path folder;

    private Places places = new Places(Path.of(""), Path.of(""), Path.of(""));

    @BeforeEach
    void state() throws Exception {
        places = new Places(folder.resolve("config"), folder.resolve("state"), folder.resolve("data"));
        places.make();
    }

    @Test
    void aReasonIsOneLineWithoutSecretsAndTheFileIsForNobodyElse() throws Exception {
        notes().begin(true);
        notes().failed(new IllegalStateException("cannot reach\tpostgres://app:hunter2secret@db.example.com/x\n at y"));
        notes().stopped(); // whoever failed was not stopped
        assertThat(notes().lastFailure().orElseThrow()).startsWith("cannot reach ");
        assertThat(places.daemonLives())
                .content()
                .contains(" FAILED ", "cannot reach ")
                .doesNotContain("hunter2secret", " at y")
                .hasLineCount(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(places.daemonLives())))
                .isEqualTo("rw-------");
    }

    @Test
    void whatJavaLeftOfTheProcessIsTheReasonAndOldReportsGo() throws Exception {
        for (int i = 0; i < 5; i++) {
            Path old = Files.writeString(places.state().resolve("hs_err_pid9000" + i + ".log"), "#\n");
            assertThat(old.toFile().setLastModified(1000L * i)).isTrue();
        }
        for (int i = 0; i < 3; i++) {
            notes().begin(false);
            Path report = Files.writeString(places.state().resolve("hs_err_pid" + SELF + ".log"), """
                    #
                    # A fatal error has been detected by the Java Runtime Environment:
                    #
                    #  SIGSEGV (0xb) at pc=0x00007f87362baf14 (sent by kill), pid=1, tid=1
                    #
                    # JRE version: OpenJDK Runtime Environment (17.0.15+6)
                    # Problematic frame:
                    # C  [libc.so.6+0x85f14]
                    """);
            Files.setLastModifiedTime(report, FileTime.from(NOW));
        }
        assertThat(notes().loop(true)).isEmpty();
        assertThat(notes().loop(false)).hasValueSatisfying(loop -> {
            assertThat(loop.times()).isEqualTo(3);
            assertThat(loop.reason())
                    .isEqualTo("Java crashed: SIGSEGV (0xb) in C  [libc.so.6+0x85f14]; hs_err_pid" + SELF
                            + ".log tells more");
        });
        assertThat(notes().begin(false)).isEqualTo(Duration.ofSeconds(10));
        assertThat(places.state().toFile().list((in, name) -> name.startsWith("hs_err")))
                .hasSize(3)
                .contains("hs_err_pid90004.log", "hs_err_pid" + SELF + ".log");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(places.state().resolve("hs_err_pid" + SELF + ".log"))))
                .isEqualTo("rw-------");
        notes().forget();
        assertThat(notes().begin(false)).isZero();
    }

    @Test
    void memoryThatRanOutAndErrorsOfJavaItselfAreNamed() throws Exception {
        Path report = places.state().resolve("hs_err_pid1.log");
        Files.writeString(
                report,
                "#\n# There is insufficient memory for the Java Runtime Environment to continue.\n# Native ...\n");
        assertThat(JavaCrash.of(places.state(), 1).orElseThrow().words())
                .contains("There is insufficient memory for the Java Runtime Environment to continue.");
        Files.writeString(report, """
                #
                # A fatal error has been detected by the Java Runtime Environment:
                #
                #  Internal Error (c1_Optimizer.cpp:271), pid=1, tid=2
                #  guarantee(x) failed
                """);
        assertThat(JavaCrash.of(places.state(), 1).orElseThrow().words())
                .startsWith("Java crashed: Internal Error (c1_Optimizer.cpp:271); ");
        Files.writeString(report, "x".repeat(1 << 20));
        assertThat(JavaCrash.of(places.state(), 1).orElseThrow().words()).contains("for an unknown reason");
        assertThat(JavaCrash.of(places.state(), 2)).isEmpty();
    }

    @Test
    void aDamagedOrEndlessFileIsWrittenAnew() throws Exception {
        Files.write(places.daemonLives(), new byte[1 << 20]);
        assertThat(notes().begin(false)).isZero();
        notes().stopped();
        assertThat(places.daemonLives()).content().hasLineCount(1).contains(" CLEAN ");
    }

    private LifeNotes notes() {
        return new LifeNotes(places, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
