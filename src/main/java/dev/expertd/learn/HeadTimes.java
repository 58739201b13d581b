package dev.expertd.learn;

import dev.expertd.git.GitReader;
import dev.expertd.git.ReflogEntry;
import dev.expertd.model.Commit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When what is checked out was checked out, to tell a trace that is older. */
final class HeadTimes {
    private final GitReader git;
    private @Nullable List<ReflogEntry> log;

    HeadTimes(GitReader git) {
        this.git = git;
    }

    /** The first commit that was checked out after that moment; empty if what is checked out now is older. */
    Optional<String> madeSince(Instant writtenAt) {
        Optional<Commit> head = git.head().flatMap(git::commit);
        if (head.isEmpty() || !isBefore(writtenAt, head.get().committed())) {
            return Optional.empty();
        }
        if (log == null) {
            log = git.headLog("");
        }
        return log.stream()
                .filter(entry -> isBefore(writtenAt, entry.at()))
                .findFirst()
                .map(ReflogEntry::newId)
                .filter(id -> git.commit(id).isPresent());
    }

    /** Git's times are whole seconds; within the same second nothing can be said. */
    private static boolean isBefore(Instant trace, Instant git) {
        return trace.getEpochSecond() < git.getEpochSecond();
    }
}
