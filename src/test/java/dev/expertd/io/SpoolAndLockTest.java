package dev.expertd.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolAndLockTest {
    private static final String ID = "0123456789abcdef0123456789abcdef01234567";
    private static final Clock NOW = Clock.systemUTC();
    private static final Clock LATER = Clock.offset(NOW, Duration.ofSeconds(2));

    @TempDir
    Path folder;

    @Test
    void hintsAreReadOnceAndATornLastLineIsLeftForNextTime() throws Exception {
        Path file = folder.resolve("spool");
        Spool spool = new Spool(file, NOW);
        assertThat(spool.read(0).entries()).isEmpty();
        Files.writeString(file, ID + " /r/.git\n" + ID.substring(0, 10));
        Spool.Reading first = spool.read(0);
        assertThat(first.entries()).containsExactly(new Spool.Entry(ID, "/r/.git"));
        Files.writeString(file, ID.substring(10) + " /r with blanks/.git\n", StandardOpenOption.APPEND);
        Spool.Reading second = spool.read(first.nextOffset());
        assertThat(second.entries()).containsExactly(new Spool.Entry(ID, "/r with blanks/.git"));
        assertThat(spool.read(second.nextOffset()).entries()).isEmpty();
    }

    @Test
    void whatIsNoHintIsLeftOut() throws Exception {
        Path file = folder.resolve("spool");
        Files.writeString(
                file, "$(rm -rf ~)\n- /r/.git\n" + ID + "\n../../etc\n\n" + ID + " /" + "x".repeat(9000) + "\n");
        assertThat(new Spool(file, NOW).read(0).entries()).containsExactly(new Spool.Entry(ID, ""));
    }

    @Test
    void aFullSpoolIsPutAsideReadOnceMoreAndDeletedNoSoonerThanASecondAfter() throws Exception {
        Path file = folder.resolve("spool");
        Files.write(file, (ID + " /r/.git\n").repeat(Spool.FULL / 40).getBytes(UTF_8));
        Spool spool = new Spool(file, NOW);
        long end = spool.read(0).nextOffset();
        assertThat(spool.rotateIfFull(end)).isTrue();
        Files.writeString(folder.resolve("spool.old"), "f".repeat(40) + " /late\n", StandardOpenOption.APPEND);
        assertThat(spool.read(0).entries()).contains(new Spool.Entry("f".repeat(40), "/late"));
        assertThat(spool.rotateIfFull(0)).isFalse();
        assertThat(folder.resolve("spool.old")).exists();
        assertThat(new Spool(file, LATER).rotateIfFull(0)).isFalse();
        assertThat(folder.resolve("spool.old")).doesNotExist();
    }

    @Test
    void aSpoolThatGrewForMonthsIsReadInPartsWithNothingLost() throws Exception {
        Path file = folder.resolve("spool");
        StringBuilder lines = new StringBuilder();
        int count = 150_000;
        for (int i = 0; i < count; i++) {
            lines.append(String.format("%040x /r/.git%n", i));
        }
        Files.writeString(file, lines);
        Spool spool = new Spool(file, NOW);
        Set<String> seen = new HashSet<>();
        long offset = 0;
        boolean all = false;
        while (!all) {
            Spool.Reading reading = spool.read(offset);
            reading.entries().forEach(entry -> seen.add(entry.commit()));
            offset = reading.nextOffset();
            all = reading.isAll();
            assertThat(spool.rotateIfFull(offset)).isEqualTo(all);
        }
        assertThat(seen).hasSize(count);
        assertThat(offset).isEqualTo(lines.length());
    }

    @Test
    void aSpoolThatIsNoFileHoldsNothing() throws Exception {
        Path file = Files.createDirectory(folder.resolve("spool"));
        assertThat(new Spool(file, NOW).read(7)).isEqualTo(new Spool.Reading(List.of(), 0, true));
        Files.delete(file);
        Files.createSymbolicLink(file, Files.writeString(folder.resolve("target"), ID + "\n"));
        assertThat(new Spool(file, NOW).read(0).entries()).isEmpty();
    }

    @Test
    void oneAtATimeHoldsALockAndSaysWho() throws Exception {
        try (PassLock held = PassLock.tryAcquire(folder, "shop").orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(PassLock.tryAcquire(folder, "shop")).isEmpty();
            assertThat(PassLock.tryAcquire(folder, "other")).hasValueSatisfying(PassLock::close);
            assertThat(PassLock.holder(folder, "shop"))
                    .contains(ProcessHandle.current().pid());
            assertThat(PassLock.acquire(folder, "shop", Duration.ofMillis(1), () -> true))
                    .isEmpty();
        }
        assertThat(PassLock.tryAcquire(folder, "shop")).hasValueSatisfying(PassLock::close);
        assertThat(folder.resolve("shop")).exists();
    }

    @Test
    void askingWhetherALockIsHeldNeitherTakesNorDropsIt() throws Exception {
        assertThat(PassLock.isHeld(folder, "shop")).isFalse();
        assertThat(folder.resolve("shop")).doesNotExist();
        try (PassLock held = PassLock.tryAcquire(folder, "shop").orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(PassLock.isHeld(folder, "shop")).isTrue();
            assertThat(otherProcess("shop")).isEqualTo("held");
        }
        assertThat(PassLock.isHeld(folder, "shop")).isFalse();
        assertThat(otherProcess("shop")).isEqualTo("free");
    }

    @Test
    void aLockIsKnownByWhateverNameItsFolderHas() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        try (PassLock held = PassLock.tryAcquire(folder.resolve("real"), "shop").orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(PassLock.tryAcquire(link, "shop")).isEmpty();
            assertThat(PassLock.isHeld(link, "shop")).isTrue();
        }
    }

    /** What a process of its own finds. */
    private String otherProcess(String name) throws Exception {
        Process asking = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Asking.class.getName(),
                        folder.toString(),
                        name)
                .start();
        return new String(asking.getInputStream().readAllBytes(), UTF_8);
    }

    /** Says whether a lock is held. */
    static final class Asking {
        public static void main(String[] arguments) throws Exception {
            System.out.print(PassLock.isHeld(Path.of(arguments[0]), arguments[1]) ? "held" : "free");
        }
    }
}
