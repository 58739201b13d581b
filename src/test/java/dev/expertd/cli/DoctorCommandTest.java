package dev.expertd.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is told in one line with what mends it, and {@code --fix} mends the journal without harm. */
class DoctorCommandTest {
    @TempDir
    private Path folder;

    private Shop shop;
    private Path state;
    private Path journal;

    @BeforeEach
    void aLineIsWritten() throws IOException {
        shop = Shop.in(folder);
        assertThat(shop.run("init").status()).isZero();
        shop.learns().fix().learns();
        assertThat(linesOfOurs()).isEqualTo(1);
        state = folder.resolve("home/.local/state/expertd");
        journal = state.resolve("journal.db");
    }

    @Test
    void everyProblemEndsWithWhatMendsIt() {
        Shop.Result result = shop.run("doctor");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("ok       git: ")
                .contains("ok       journal: ")
                .contains("problem  daemon: not running")
                .contains("`expertd daemon start`");
        assertThat(result.out().lines().filter(line -> line.startsWith("problem")))
                .allSatisfy(line -> assertThat(line).contains("; "));
    }

    @Test
    void asDataItTellsTheSame() {
        assertThat(shop.run("doctor", "--json").out().lines())
                .allSatisfy(
                        line -> assertThat(line).startsWith("{\"repository\":").contains("\"ok\":"))
                .hasSizeGreaterThan(6);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theLimitOfTheSystemIsReadWhole() {
        assertThat(shop.run("doctor").out())
                .containsPattern("inotify: (no more than )?" + digits("/proc/sys/fs/inotify/max_user_instances")
                        + " for each user");
    }

    @Test
    void whatOthersCouldReadIsMadePrivateAgain() throws IOException {
        Files.setPosixFilePermissions(journal, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(shop.run("doctor").out()).contains("can be read by others").contains("doctor --fix");
        assertThat(shop.run("doctor", "--fix").out()).contains("made private");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal)))
                .isEqualTo("rw-------");
        assertThat(shop.run("doctor").out()).doesNotContain("can be read by others");
    }

    @Test
    void randomBytesInTheMiddleAreFoundAndTheBackupIsRestored() throws IOException {
        backup();
        byte[] noise = new byte[4096 * 4];
        new Random(7).nextBytes(noise);
        overwrite(4096 * 8, noise);
        damagedThenFixed("random bytes");
        assertThat(damagedFiles()).hasSize(1);
    }

    @Test
    void aHeaderThatIsNoneIsFoundAndTheBackupIsRestored() throws IOException {
        backup();
        overwrite(0, "This is no database at all. ".repeat(10).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Shop.Result status = shop.run("status");
        assertThat(status.out()).contains("problem: journal: ").contains("`expertd doctor --fix`");
        Shop.Result log = shop.run("log");
        assertThat(log.status()).isEqualTo(1);
        assertThat(log.err().lines()).hasSize(1);
        assertThat(log.err()).contains("is damaged").contains("`expertd doctor --fix`");
        damagedThenFixed("header");
    }

    @Test
    void aJournalCutInHalfIsFoundAndTheBackupIsRestored() throws IOException {
        backup();
        Files.deleteIfExists(state.resolve("journal.db-wal"));
        try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        damagedThenFixed("half");
    }

    @Test
    void anEmptyOneAndOneThatIsGoneAreNotTakenForAFreshStart() throws IOException {
        backup();
        Files.write(journal, new byte[0]);
        assertThat(shop.run("log").err()).contains("is empty").contains("doctor --fix");
        damagedThenFixed("empty");
        Files.delete(journal);
        assertThat(shop.run("log").err()).contains("is gone").contains("doctor --fix");
        damagedThenFixed("gone");
    }

    @Test
    void withoutABackupAnotherBeginsAndTheDamagedOneIsKept() throws IOException {
        overwrite(0, new byte[4096]);
        Shop.Result fixed = shop.run("doctor", "--fix");
        assertThat(fixed.out()).contains("begun anew").contains("journal.db.damaged-");
        assertThat(damagedFiles()).hasSize(1);
        shop.learns();
        assertThat(linesOfOurs()).isEqualTo(1);
    }

    @Test
    void aDamagedBackupIsSetAsideForTheOneBefore() throws IOException {
        Path first = backup();
        Path second = Files.copy(first, state.resolve("journal.db.backup-20990101T000000Z"));
        try (RandomAccessFile file = new RandomAccessFile(second.toFile(), "rw")) {
            file.write(new byte[300]);
        }
        overwrite(0, new byte[4096]);
        Shop.Result fixed = shop.run("doctor", "--fix");
        assertThat(fixed.out()).contains("restored from " + first);
        assertThat(linesOfOurs()).isEqualTo(1);
    }

    @Test
    void whatWasSetAsideLongAgoDoesNotSpeakAgainstALaterBackup() throws IOException {
        backup();
        overwrite(0, new byte[200]);
        assertThat(shop.run("doctor", "--fix").out()).contains("restored from ");
        for (Path old : damagedFiles()) {
            Files.setLastModifiedTime(old, java.nio.file.attribute.FileTime.fromMillis(0));
        }
        shop.learns();
        Path later = backup();
        Files.delete(journal);
        assertThat(shop.run("doctor", "--fix").out())
                .contains("restored from " + later)
                .doesNotContain("later decisions");
    }

    @Test
    void aWriteAheadLogThatIsGoneDoublesNothing() throws IOException {
        backup();
        shop.repo()
                .commit("fix: name of an order\n\nname() crashed with a KeyError because drafts have no title. Default"
                        + " title to the id in name().\n")
                .with("app/orders.py", "def total(items, tenant):\n    return 1\n\n\ndef name(o):\n    return o\n")
                .id();
        shop.learns();
        Files.deleteIfExists(state.resolve("journal.db-wal"));
        Files.deleteIfExists(state.resolve("journal.db-shm"));
        shop.learns().learns();
        assertThat(shop.read(Shop.BACKEND).lines().filter(line -> line.contains("drafts have no")))
                .hasSize(1);
        assertThat(linesOfOurs()).isEqualTo(1);
    }

    /** Whatever came to the journal: told, mended, nothing doubled, and the next commit teaches again. */
    private static String digits(String file) {
        try (FileInputStream in = new FileInputStream(file)) {
            return new String(in.readNBytes(64), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void damagedThenFixed(String what) throws IOException {
        assertThat(shop.run("doctor").out()).as(what).contains("problem  journal: ");
        Shop.Result fixed = shop.run("doctor", "--fix");
        assertThat(fixed.out())
                .as(what + fixed.err())
                .contains("restored from ")
                .contains("ok       journal: ");
        assertThat(shop.run("doctor").out()).as(what).doesNotContain("problem  journal: ");
        shop.learns().learns();
        assertThat(linesOfOurs()).as(what).isEqualTo(1);
        assertThat(shop.run("log").out()).as(what).contains("total without items");
    }

    private long linesOfOurs() {
        return shop.read(Shop.BACKEND)
                .lines()
                .filter(line -> line.contains(Shop.LESSON))
                .count();
    }

    private Path backup() {
        Shop.Result result = shop.run("journal", "backup");
        assertThat(result.status()).as(result.err()).isZero();
        return Path.of(result.out().strip().substring("backup: ".length()));
    }

    private void overwrite(long at, byte[] bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "rw")) {
            file.seek(at);
            file.write(bytes);
        }
    }

    private List<Path> damagedFiles() throws IOException {
        try (Stream<Path> files = Files.list(state)) {
            return files.filter(file -> file.getFileName().toString().contains(".damaged-"))
                    .toList();
        }
    }
}
