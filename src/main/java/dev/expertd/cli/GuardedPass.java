package dev.expertd.cli;

import dev.expertd.cli.house.House;
import dev.expertd.daemon.Pass;
import dev.expertd.daemon.Troubles;
import dev.expertd.journal.DamagedJournalException;
import dev.expertd.journal.JournalException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A pass that is only made when the journal can take it up, and whose failures other processes can ask for. */
final class GuardedPass implements Pass {
    private static final Duration HINDERED = Duration.ofSeconds(5);

    private final House house;
    private final JournalCare care;
    private final Troubles troubles;
    private final Pass pass;

    GuardedPass(House house, JournalCare care, Troubles troubles, Pass pass) {
        this.house = house;
        this.care = care;
        this.troubles = troubles;
        this.pass = pass;
    }

    @Override
    public Next run(Path worktree) {
        if (care.hindrance().isPresent()) {
            return new Next(Optional.of(HINDERED), Set.of());
        }
        try {
            Next next = pass.run(worktree);
            troubles.clear(worktree.toString());
            return next;
        } catch (JournalException e) {
            care.met(String.valueOf(e.getMessage()), e instanceof DamagedJournalException);
            return new Next(Optional.of(HINDERED), Set.of());
        } catch (RuntimeException e) {
            troubles.put(
                    worktree.toString(),
                    String.valueOf(e.getMessage()),
                    house.clock().instant());
            throw e;
        }
    }
}
