package dev.expertd.cli.finding;

import dev.expertd.cli.house.CommandException;
import dev.expertd.cli.house.House;
import dev.expertd.daemon.DaemonControl;
import dev.expertd.io.PassLock;
import dev.expertd.io.Places;
import dev.expertd.journal.DamagedJournalException;
import dev.expertd.journal.Restoration;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Restores a damaged journal while nobody makes a pass. */
public final class JournalMending {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long STEP = 50_000_000;

    private final House house;

    public JournalMending(House house) {
        this.house = house;
    }

    /** Restores the journal if it is damaged; says what was done, nothing if nothing was to be done. */
    public List<Finding> mend() throws IOException {
        if (!Files.isDirectory(house.places().state()) || !isDamaged()) {
            return List.of();
        }
        List<PassLock> held = new ArrayList<>();
        try {
            lockAll(held);
            return said(new Restoration(house.places().journal(), house.clock().instant()).restore());
        } finally {
            held.forEach(PassLock::close);
        }
    }

    private boolean isDamaged() {
        if (new JournalFindings(house).problem().isPresent()) {
            return true;
        }
        try {
            house.journal();
            return false;
        } catch (DamagedJournalException e) {
            return true;
        }
    }

    /** The locks of all repositories that were ever looked at. */
    private void lockAll(List<PassLock> held) throws IOException {
        Path locks = house.places().locks();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(locks)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.endsWith(".pid") || name.startsWith(DaemonControl.LOCK)) {
                    continue;
                }
                Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
                Optional<PassLock> lock = PassLock.acquire(locks, name, left, () -> {
                    LockSupport.parkNanos(STEP);
                    return true;
                });
                held.add(lock.orElseThrow(() -> new CommandException("the journal is damaged, but "
                        + PassLock.holder(locks, name)
                                .map(pid -> "process " + pid)
                                .orElse("another process")
                        + " is at work in " + name + "; try `expertd doctor --fix` again when it is done")));
            }
        }
    }

    private List<Finding> said(Restoration.Result result) {
        Places places = house.places();
        List<Finding> findings = new ArrayList<>();
        String kept = result.damaged()
                .map(file -> "; the damaged one is kept as " + file)
                .orElse("");
        if (result.backup().isEmpty()) {
            findings.add(Finding.ok(
                    "journal",
                    "begun anew, for there was no sound backup" + kept
                            + "; what was committed before counts as seen, and lines that stand in files are not written"
                            + " again"));
            return findings;
        }
        findings.add(Finding.ok(
                "journal",
                places.journal() + " restored from " + result.backup().get() + kept));
        if (result.salvaged() > 0) {
            findings.add(Finding.ok(
                    "journal", result.salvaged() + " later decisions on lines were taken over from the damaged one"));
        }
        findings.add(Finding.ok(
                "journal",
                "commits made since that backup are not judged; `expertd backfill --since REV` puts their lessons into"
                        + " review"));
        return findings;
    }
}
