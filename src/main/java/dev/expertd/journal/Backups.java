package dev.expertd.journal;

import dev.expertd.io.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sqlite.SQLiteConfig;

/**
 * Copies of the journal beside it, made by SQLite itself while others go on writing: {@code journal.db.backup-<UTC>},
 * the last two, and {@code journal.db.before-<n>}, the last one before the schema became version n. A copy is whole and
 * forced to disk before it gets its name, and nobody else can read it.
 */
public final class Backups {
    private static final String BACKUP = ".backup-";
    private static final String BEFORE = ".before-";
    private static final Duration LEFT = Duration.ofHours(1);
    private static final String TEMPORARY = ".copy-";
    private static final int KEPT = 2;

    /** A copy must leave so many bytes of the disk to others. */
    private static final long SPARE = 16L << 20;

    private final Path journal;
    private final JournalFiles files;

    public Backups(Path journal) {
        this.journal = journal;
        this.files = new JournalFiles(journal);
    }

    /** Every copy, the newest first. */
    public List<Path> newestFirst() throws IOException {
        List<Path> found = new ArrayList<>(files.named(BACKUP));
        found.sort(Comparator.comparing(Path::getFileName).reversed());
        found.addAll(files.named(BEFORE));
        found.sort(Comparator.comparing(Backups::modified).reversed()); // stable: names decide between equal times
        return found;
    }

    /** When the last regular copy was made; empty if there is none. */
    public Optional<Instant> last() throws IOException {
        return files.named(BACKUP).stream()
                .map(Backups::modified)
                .max(Comparator.naturalOrder())
                .map(Instant::ofEpochMilli);
    }

    /** True if something was written to the journal since its last regular copy, or if there is none. */
    public boolean isDue() throws IOException {
        List<Path> regular = files.named(BACKUP);
        long last = regular.stream().mapToLong(Backups::modified).max().orElse(Long.MIN_VALUE);
        return Math.max(modified(journal), modified(files.wal())) > last;
    }

    /** Makes a regular copy and lets the oldest go. */
    public Path make(Instant now) throws IOException {
        Path copy = copyTo(files.beside(BACKUP + JournalFiles.stamp(now)));
        List<Path> regular = new ArrayList<>(files.named(BACKUP));
        regular.sort(Comparator.comparing(Path::getFileName).reversed());
        for (Path old : regular.subList(Math.min(KEPT, regular.size()), regular.size())) {
            if (!old.equals(copy)) {
                Files.deleteIfExists(old);
            }
        }
        return copy;
    }

    /** Puts a copy aside of a journal that is at that version. */
    void beforeMigration(int version) throws IOException {
        Path copy = copyTo(files.beside(BEFORE + (version + 1)));
        for (Path old : files.named(BEFORE)) {
            if (!old.equals(copy)) {
                Files.deleteIfExists(old);
            }
        }
    }

    private Path copyTo(Path target) throws IOException {
        for (Path left : files.named(TEMPORARY)) {
            if (modified(journal) - modified(left) > LEFT.toMillis()) {
                Files.deleteIfExists(left); // by a process that was killed
            }
        }
        long size = Files.size(journal) + (Files.exists(files.wal()) ? Files.size(files.wal()) : 0);
        if (Files.getFileStore(journal.toAbsolutePath().getParent()).getUsableSpace() < size + SPARE) {
            throw new IOException("no room for a copy of the journal " + journal + " (" + (size >> 20)
                    + " MB); make room on its disk");
        }
        Path temporary = files.beside(TEMPORARY + UUID.randomUUID());
        try {
            DurableFile.makePrivate(temporary);
            vacuumInto(temporary);
            DurableFile.force(temporary);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            DurableFile.forceFolder(target);
            return target;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** On a connection of its own, which reads: whoever writes meanwhile is not held up. */
    private void vacuumInto(Path copy) throws IOException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(5000);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + journal);
                PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, copy.toString());
            vacuum.execute();
        } catch (SQLException e) {
            throw Faults.of(journal, e);
        }
    }

    /** How many copies there are. */
    public int count() {
        try {
            return newestFirst().size();
        } catch (IOException e) {
            return 0;
        }
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return Long.MIN_VALUE;
        }
    }
}
