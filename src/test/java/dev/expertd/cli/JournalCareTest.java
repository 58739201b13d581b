package dev.expertd.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.cli.finding.JournalMending;
import dev.expertd.cli.house.House;
import dev.expertd.cli.house.StandardTerminal;
import dev.expertd.daemon.Troubles;
import dev.expertd.journal.Backups;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A daemon makes no pass over a damaged journal, says so, and goes on when it is mended, without a restart. */
class JournalCareTest {
    @TempDir
    private Path folder;

    private House house;
    private Path journal;
    private Path file;
    private JournalCare care;

    @BeforeEach
    void begin() throws IOException {
        PrintStream none = new PrintStream(new ByteArrayOutputStream(), true);
        house = new House(Main.class, Map.of("HOME", folder.toString()), none, none, new StandardTerminal());
        house.places().make();
        journal = house.places().journal();
        file = house.places().troubles("daemon");
        care = new JournalCare(house, new Troubles(file, 7));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aFreshJournalIsNoHindrance() {
        assertThat(care.hindrance()).isEmpty();
        assertThat(journal).exists();
    }

    @Test
    void aDamagedOneHindersEveryPassUntilItIsRestoredBesideIt() throws IOException {
        house.journal().checkpoints().begin("shop", "/shop", Instant.EPOCH, 0);
        new Backups(journal).make(house.clock().instant());
        house.close();
        destroy();
        house = again();

        assertThat(care.hindrance()).isPresent();
        assertThat(care.hindrance()).isPresent();
        assertThat(Troubles.read(file, 7))
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.message()).contains("expertd doctor --fix"));

        try (House doctor = house()) {
            assertThat(new JournalMending(doctor).mend()).isNotEmpty();
        }
        assertThat(care.hindrance()).isEmpty();
        assertThat(Troubles.read(file, 7)).isEmpty();
        assertThat(house.journal().checkpoints().knows("shop")).isTrue();
    }

    @Test
    void aJournalThatWasReplacedOrRemovedIsOpenedAgain() throws IOException {
        assertThat(care.hindrance()).isEmpty();
        house.journal().checkpoints().begin("shop", "/shop", Instant.EPOCH, 0);
        Files.delete(journal);
        assertThat(care.hindrance()).isEmpty();
        assertThat(house.journal().checkpoints().knows("shop")).isFalse();
        house.journal().checkpoints().begin("other", "/other", Instant.EPOCH, 0);
        try (House another = house()) {
            assertThat(another.journal().checkpoints().knows("other")).isTrue();
        }
    }

    @Test
    void itIsCopiedOnceADayIfItChanged() throws IOException {
        assertThat(care.hindrance()).isEmpty();
        house.journal().checkpoints().begin("shop", "/shop", Instant.EPOCH, 0);
        care.daily();
        List<Path> first = new Backups(journal).newestFirst();
        assertThat(first).hasSize(1);
        house.journal().checkpoints().begin("other", "/other", Instant.EPOCH, 0);
        care.daily();
        assertThat(new Backups(journal).newestFirst()).isEqualTo(first);

        Path old = Files.move(first.get(0), journal.resolveSibling("journal.db.backup-20260101T000000Z"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(2, ChronoUnit.DAYS)));
        care.daily();
        assertThat(new Backups(journal).newestFirst()).hasSize(2);
    }

    @Test
    void whatIsDamagedIsNotCopiedOverASoundBackup() throws IOException {
        assertThat(care.hindrance()).isEmpty();
        care.daily();
        Path first = new Backups(journal).newestFirst().get(0);
        Files.setLastModifiedTime(first, FileTime.from(Instant.now().minus(2, ChronoUnit.DAYS)));
        house.journal().checkpoints().begin("shop", "/shop", Instant.EPOCH, 0);
        house.close();
        destroy();
        house = again();
        care.daily();
        assertThat(new Backups(journal).newestFirst()).containsExactly(first);
    }

    private House house() {
        PrintStream none = new PrintStream(new ByteArrayOutputStream(), true);
        return new House(Main.class, Map.of("HOME", folder.toString()), none, none, new StandardTerminal());
    }

    /** The daemon of the next day. */
    private House again() {
        House next = house();
        care = new JournalCare(next, new Troubles(file, 7));
        return next;
    }

    private void destroy() throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(journal.toFile(), "rw")) {
            open.seek(4096);
            open.write(new byte[4096 * 6]);
        }
    }
}
