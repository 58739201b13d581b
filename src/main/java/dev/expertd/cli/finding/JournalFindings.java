package dev.expertd.cli.finding;

import dev.expertd.cli.house.CommandException;
import dev.expertd.cli.house.House;
import dev.expertd.journal.Backups;
import dev.expertd.journal.JournalCheck;
import dev.expertd.journal.JournalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How it is with the journal and its backups. */
public final class JournalFindings {
    private static final String JOURNAL = "journal";
    private static final String FIX = "`expertd doctor --fix` restores it from its backup";

    private final House house;
    private final Path file;

    public JournalFindings(House house) {
        this.house = house;
        this.file = house.places().journal();
    }

    /** What opening it shows; nothing if all is well. */
    public List<Finding> quick() {
        try {
            house.journal();
            return List.of();
        } catch (JournalException | CommandException e) {
            return List.of(Finding.problem(JOURNAL, String.valueOf(e.getMessage())));
        }
    }

    /** The whole file is read. */
    public List<Finding> whole() {
        Optional<String> problem = problem();
        if (problem.isPresent()) {
            return List.of(Finding.problem(JOURNAL, file + " " + problem.get(), FIX));
        }
        List<Finding> findings = new ArrayList<>(quick());
        if (findings.isEmpty()) {
            findings.add(Finding.ok(JOURNAL, file + ", " + megabytes(file)));
        }
        findings.add(backups());
        return findings;
    }

    /** What is wrong with what lies there; a journal that is not there yet is none. */
    Optional<String> problem() {
        return Files.exists(file) && file.toFile().length() > 0 ? JournalCheck.problem(file) : Optional.empty();
    }

    private Finding backups() {
        try {
            List<Path> copies = new Backups(file).newestFirst();
            for (Path copy : copies) {
                Optional<String> problem = JournalCheck.problem(copy);
                if (problem.isPresent()) {
                    return Finding.problem("backup", copy + " " + problem.get(), "`rm " + copy + "`");
                }
            }
            return Finding.ok(
                    "backup",
                    copies.isEmpty()
                            ? "none yet; the daemon makes one each day on which something happened"
                            : copies.get(0) + ", the newest of " + copies.size());
        } catch (IOException e) {
            return Finding.problem(
                    "backup", "cannot be read: " + e.getMessage(), "see that " + file.getParent() + " is yours");
        }
    }

    private static String megabytes(Path file) {
        return Math.max(1, file.toFile().length() >> 20) + " MB";
    }
}
