package dev.expertd.journal;

import dev.expertd.io.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Puts a backup in the place of a damaged journal, which is kept as {@code journal.db.damaged-<UTC>}. No pass may be
 * under way meanwhile. Killed at any point, the journal counts as gone, and doing it again ends it.
 *
 * <p>A backup does not know what happened since, and nothing of it may happen twice. So what it had only found counts as
 * judged, and what is found next and is older than the restoration is passed over; what it was about to write is written
 * no more, but looked for in the files and then left to a person ({@code upkeep.Restored}). Of the damaged journal only
 * decisions on lines are taken over, as far as they can be read ({@link Salvage}).
 */
public final class Restoration {
    private static final String DAMAGED = ".damaged-";
    static final String REASON = "was made before the journal was restored";

    private final Path journal;
    private final Instant now;

    public Restoration(Path journal, Instant now) {
        this.journal = journal;
        this.now = now;
    }

    /**
     * What was done.
     *
     * @param damaged where the damaged journal lies now; empty if there was none
     * @param backup what was put in its place; empty if a new journal was begun
     * @param salvaged how many decisions on lines the damaged one knew that the backup did not
     */
    public record Result(Optional<Path> damaged, Optional<Path> backup, int salvaged) {}

    /** Restores the newest sound backup; without any, a new journal is begun. */
    public Result restore() throws IOException {
        Optional<Path> damaged = putAside(journal);
        Path mending = JournalFiles.beside(journal, ".mending");
        for (Path backup : new Backups(journal).newestFirst()) {
            if (JournalCheck.problem(backup).isPresent()) {
                putAside(backup);
                continue;
            }
            int salvaged = prepare(backup, mending, damaged.isPresent() ? damaged : lastDamaged(backup));
            Files.move(mending, journal, StandardCopyOption.ATOMIC_MOVE);
            DurableFile.forceFolder(journal);
            return new Result(damaged, Optional.of(backup), salvaged);
        }
        Journal.open(journal).close();
        return new Result(damaged, Optional.empty(), 0);
    }

    private int prepare(Path backup, Path mending, Optional<Path> damaged) throws IOException {
        JournalFiles.delete(mending);
        DurableFile.makePrivate(mending);
        Files.copy(backup, mending, StandardCopyOption.REPLACE_EXISTING);
        DurableFile.closeToOthers(mending);
        try (Journal made = Journal.open(mending)) {
            made.inTransaction(() -> made.care().restored(now));
        }
        int salvaged = damaged.isPresent() ? Salvage.into(mending, damaged.get()) : 0;
        DurableFile.force(mending);
        return salvaged;
    }

    /** The file first: without it nobody opens what lies beside it. */
    private Optional<Path> putAside(Path file) throws IOException {
        Path target = free(JournalFiles.beside(journal, DAMAGED + JournalFiles.stamp(now)));
        Optional<Path> moved = Optional.empty();
        if (Files.exists(file)) {
            Files.move(file, target);
            moved = Optional.of(target);
        }
        for (String side : JournalFiles.SIDES) {
            Path beside = JournalFiles.beside(file, side);
            if (Files.exists(beside)) {
                Files.move(beside, JournalFiles.beside(target, side), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return moved.filter(Restoration::isWorthKeeping);
    }

    private static boolean isWorthKeeping(Path file) {
        try {
            return Files.size(file) > 0;
        } catch (IOException e) {
            return true;
        }
    }

    private static Path free(Path wanted) {
        Path free = wanted;
        for (int i = 1; Files.exists(free); i++) {
            free = JournalFiles.beside(wanted, "." + i);
        }
        return free;
    }

    /** Every journal that was put aside, the newest first. */
    public static List<Path> damaged(Path journal) throws IOException {
        return new JournalFiles(journal)
                .named(DAMAGED).stream()
                        .sorted(Comparator.comparing(Path::getFileName).reversed())
                        .toList();
    }

    /** What an earlier attempt put aside before it was killed; what is older than the backup knows less than that. */
    private Optional<Path> lastDamaged(Path backup) throws IOException {
        FileTime copied = Files.getLastModifiedTime(backup);
        for (Path file : damaged(journal)) {
            if (Files.getLastModifiedTime(file).compareTo(copied) > 0) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
