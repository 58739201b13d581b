package dev.expertd.journal;

import dev.expertd.io.DurableFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path journal;

    public Backups(Path journal) {
        this.journal = journal;
    }

    /** Every copy, the newest first. */
    public List<Path> newestFirst() throws IOException {
        List<Path> found = new ArrayList<>(files(BACKUP));
        found.sort(Comparator.comparing(Path::getFileName).reversed());
        List<Path> before = new ArrayList<>(files(BEFORE));
        before.sort(Comparator.comparing(Backups::modified).reversed());
        found.addAll(before);
        found.sort(Comparator.comparing(Backups::modified).reversed()); // stable: names decide between equal times
        return found;
    }

    /** When the last regular copy was made; empty if there is none. */
    public Optional<Instant> last() throws IOException {
        return files(BACKUP).stream()
                .map(Backups::modified)
                .max(Comparator.naturalOrder())
                .map(Instant::ofEpochMilli);
    }

    /** True if something was written to the journal since its last regular copy, or if there is none. */
    public boolean isDue() throws IOException {
        List<Path> regular = files(BACKUP);
        long last = regular.stream().mapToLong(Backups::modified).max().orElse(Long.MIN_VALUE);
        return Math.max(modified(journal), modified(wal())) > last;
    }

    /** Makes a regular copy and lets the oldest go. */
    public Path make(Instant now) throws IOException {
        Path copy = copyTo(beside(BACKUP + STAMP.format(now)));
        List<Path> regular = new ArrayList<>(files(BACKUP));
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
        Path copy = copyTo(beside(BEFORE + (version + 1)));
        for (Path old : files(BEFORE)) {
            if (!old.equals(copy)) {
                Files.deleteIfExists(old);
            }
        }
    }

    private Path copyTo(Path target) throws IOException {
        for (Path left : files(TEMPORARY)) {
            if (modified(journal) - modified(left) > LEFT.toMillis()) {
                Files.deleteIfExists(left); // by a process that was killed
            }
        }
        long size = Files.size(journal) + (Files.exists(wal()) ? Files.size(wal()) : 0);
        if (Files.getFileStore(journal.toAbsolutePath().getParent()).getUsableSpace() < size + SPARE) {
            throw new IOException("no room for a copy of the journal " + journal + " (" + (size >> 20)
                    + " MB); make room on its disk");
        }
        Path temporary = beside(TEMPORARY + UUID.randomUUID());
        try {
            createPrivate(temporary);
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

    private static void createPrivate(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    private Path wal() {
        return beside("-wal");
    }

    private Path beside(String ending) {
        return journal.resolveSibling(journal.getFileName() + ending);
    }

    private List<Path> files(String kind) throws IOException {
        Path folder = journal.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        String prefix = journal.getFileName() + kind;
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(
                folder, entry -> entry.getFileName().toString().startsWith(prefix))) {
            for (Path each : found) {
                String name = each.getFileName().toString();
                if (!name.endsWith("-wal") && !name.endsWith("-shm") && !name.endsWith("-journal")) {
                    files.add(each);
                }
            }
        }
        return files;
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
