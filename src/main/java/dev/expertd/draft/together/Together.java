package dev.expertd.draft.together;

import dev.expertd.model.CommitEvidence;
import dev.expertd.model.FileChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How often two places changed together.
 *
 * @param past the commits that are counted, newest first
 */
record Together(List<CommitEvidence> past) {
    /** So many commits are counted. */
    static final int WINDOW = 200;

    /** So many changes of a file are read: reading costs, and what is usual shows soon. */
    static final int LOOKS = 12;

    private static final int OFTEN = 2;

    /**
     * What history says of two places.
     *
     * @param both commits that added one name to both
     * @param alone commits that added names to the first and none to the other
     */
    record Count(int both, int alone) {
        /** Support of two, and a confidence of more than half. */
        boolean isHabit() {
            return both >= OFTEN && both > alone;
        }
    }

    Together {
        past = List.copyOf(past);
    }

    /** The files that more than one commit changed together with a file. */
    Set<String> companions(String path) {
        Map<String, Integer> times = new HashMap<>();
        past.stream()
                .filter(commit -> touched(commit, path).isPresent())
                .flatMap(commit -> commit.commit().files().stream())
                .forEach(file -> times.merge(file.path(), 1, Integer::sum));
        return times.entrySet().stream()
                .filter(entry -> entry.getValue() >= OFTEN)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Counts all but the commit that forgot. */
    Count count(Listing first, Listing other, String forgot) {
        int both = 0;
        int alone = 0;
        int looks = 0;
        for (CommitEvidence commit : past) {
            Optional<FileChange> file = touched(commit, first.path());
            if (file.isEmpty() || commit.commit().id().equals(forgot) || looks++ >= LOOKS) {
                continue;
            }
            List<String> names = Forgotten.names(commit, file.get()).stream()
                    .flatMap(added -> added.to(first.symbol()).stream())
                    .toList();
            if (names.isEmpty()) {
                continue;
            }
            boolean joined = touched(commit, other.path())
                    .flatMap(change -> Forgotten.names(commit, change))
                    .filter(added -> names.stream().anyMatch(added.to(other.symbol())::contains))
                    .isPresent();
            both += joined ? 1 : 0;
            alone += joined ? 0 : 1;
        }
        return new Count(both, alone);
    }

    private static Optional<FileChange> touched(CommitEvidence commit, String path) {
        return commit.commit().files().stream()
                .filter(file -> file.path().equals(path))
                .findFirst();
    }
}
