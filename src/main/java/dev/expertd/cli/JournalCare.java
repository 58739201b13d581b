package dev.expertd.cli;

import dev.expertd.cli.house.CommandException;
import dev.expertd.cli.house.House;
import dev.expertd.config.Settings;
import dev.expertd.config.SettingsException;
import dev.expertd.config.SettingsLoader;
import dev.expertd.daemon.Troubles;
import dev.expertd.journal.Backups;
import dev.expertd.journal.DamagedJournalException;
import dev.expertd.journal.Journal;
import dev.expertd.journal.JournalCheck;
import dev.expertd.journal.JournalException;
import dev.expertd.journal.Pruning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the journal for the daemon: checks it before the first pass, lets no pass be made while it is damaged or
 * cannot be written, notices when that is over, and once a day prunes it and copies it.
 */
final class JournalCare {
    private static final Logger LOG = LoggerFactory.getLogger("expertd");
    private static final String JOURNAL = "journal";
    private static final String BACKUP = "backup";
    private static final Duration PROBE = Duration.ofSeconds(5);
    private static final Duration DAY = Duration.ofDays(1);

    private final House house;
    private final Path file;
    private final Troubles troubles;
    private boolean checked;
    private boolean damaged;
    private Optional<String> trouble = Optional.empty();
    private List<Object> stampThen = List.of();
    private long probedAt;

    JournalCare(House house, Troubles troubles) {
        this.house = house;
        this.file = house.places().journal();
        this.troubles = troubles;
    }

    /** Why no pass may be made now; empty if one may. Asked before each. */
    synchronized Optional<String> hindrance() {
        if (trouble.isPresent()) {
            if (stamp().equals(stampThen) && System.nanoTime() - probedAt < PROBE.toNanos()) {
                return trouble;
            }
            boolean untouched = damaged && stamp().equals(stampThen);
            probedAt = System.nanoTime();
            return untouched ? trouble : look();
        }
        if (!checked) {
            return look();
        }
        return house.journal().isInPlace() ? Optional.empty() : look();
    }

    /** A pass met this: no other is made until it is over. */
    synchronized void met(String message, boolean damage) {
        damaged = damage;
        trouble(message);
    }

    /** Checks what lies there, and whether it can be written. */
    private Optional<String> look() {
        try {
            Optional<String> problem =
                    isThere() && (!checked || damaged || !house.journal().isInPlace())
                            ? JournalCheck.problem(file)
                            : Optional.empty();
            if (problem.isPresent()) {
                damaged = true;
                return trouble(DamagedJournalException.line(file, problem.get()));
            }
            Journal journal = house.journalInPlace();
            journal.care().done("write", house.clock().instant());
            checked = true;
            damaged = false;
            if (trouble.isPresent()) {
                LOG.info("the journal can be used again");
                troubles.clear(JOURNAL);
                trouble = Optional.empty();
            }
            return Optional.empty();
        } catch (DamagedJournalException e) {
            damaged = true;
            return trouble(String.valueOf(e.getMessage()));
        } catch (JournalException | CommandException e) {
            damaged = false;
            return trouble(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> trouble(String message) {
        if (!trouble.equals(Optional.of(message))) {
            LOG.error("{}; nothing is learned until then", message);
            troubles.put(JOURNAL, message, house.clock().instant());
            trouble = Optional.of(message);
        }
        stampThen = stamp();
        probedAt = System.nanoTime();
        return trouble;
    }

    private boolean isThere() {
        return Files.exists(file) && file.toFile().length() > 0;
    }

    /** What changes when somebody puts another file there. */
    private List<Object> stamp() {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return List.of(String.valueOf(found.fileKey()), found.size(), found.lastModifiedTime());
        } catch (IOException e) {
            return List.of(new Backups(file).count());
        }
    }

    /** Prunes and copies the journal if it was written to since the last copy and that is a day old. */
    void daily() {
        try {
            if (hindrance().isEmpty() && isDue()) {
                tend();
            }
        } catch (IOException | JournalException | SettingsException e) {
            String message = "the journal was not backed up: "
                    + String.valueOf(e.getMessage()).replace('\n', ' ');
            LOG.error("{}", message);
            troubles.put(BACKUP, message, house.clock().instant());
        }
    }

    private boolean isDue() throws IOException {
        Backups backups = new Backups(file);
        Instant now = house.clock().instant();
        return backups.isDue()
                && backups.last()
                        .filter(at -> Duration.between(at, now).abs().compareTo(DAY) < 0)
                        .isEmpty();
    }

    private void tend() throws IOException, SettingsException {
        Optional<String> problem = JournalCheck.problem(file);
        if (problem.isPresent()) {
            met(DamagedJournalException.line(file, problem.get()), true);
            return;
        }
        Settings.Journal kept =
                SettingsLoader.load(house.places().userSettings()).journal();
        Pruning.Result pruned = house.journal()
                .pruning()
                .prune(
                        new Pruning.Limits(kept.keepDays(), kept.bytes()),
                        house.clock().instant());
        if (pruned.runs() + pruned.rows() > 0) {
            LOG.info("journal: pruned {} old runs and {} other rows", pruned.runs(), pruned.rows());
        }
        Path copy = new Backups(file).make(house.clock().instant());
        troubles.clear(BACKUP);
        LOG.info("journal: copied to {}", copy);
    }
}
