package dev.expertd.judge;

import dev.expertd.model.Health;
import dev.expertd.model.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How far a test can be trusted, by what it did. Proof of a flake is a sighting that is marked flaky: both verdicts on
 * the same code. Runs that were cut off or suspect the machine neither prove nor clear anything.
 */
public final class Flakiness {
    private static final int CLEAN_PASSES = 5;
    private static final Duration CLEAN_TIME = Duration.ofDays(7);
    private static final int BROKEN_TREES = 3;
    private static final int FLIPS = 3;
    private static final int FLIP_RUNS = 10;

    private Flakiness() {}

    /**
     * The test's health; of what applies, broken counts before flaky, and flaky before suspect.
     *
     * @param sightings those in which it was executed, newest first
     */
    public static Health of(List<Sighting> sightings, Instant now) {
        List<Sighting> telling =
                sightings.stream().filter(sighting -> !sighting.doubtful()).toList();
        if (isBroken(telling)) {
            return Health.BROKEN;
        }
        if (isFlaky(telling, now)) {
            return Health.FLAKY;
        }
        return flips(telling) >= FLIPS ? Health.SUSPECT : Health.HEALTHY;
    }

    private static boolean isBroken(List<Sighting> newestFirst) {
        Set<String> trees = new HashSet<>();
        for (Sighting sighting : newestFirst) {
            if (!sighting.isRed() || sighting.flaky()) {
                break;
            }
            if (!sighting.treeId().isEmpty()) {
                trees.add(sighting.treeId());
            }
        }
        return trees.size() >= BROKEN_TREES;
    }

    /** Once proven, flaky until enough clean passes and enough time lie behind the last bad sighting. */
    private static boolean isFlaky(List<Sighting> newestFirst, Instant now) {
        boolean flaky = false;
        int clean = 0;
        Instant bad = Instant.MIN;
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            Sighting sighting = newestFirst.get(i);
            if (sighting.flaky() || flaky && sighting.isRed()) {
                flaky = true;
                clean = 0;
                bad = sighting.at();
            } else if (flaky) {
                clean++;
                flaky = !isCleared(clean, bad, sighting.at());
            }
        }
        return flaky && !isCleared(clean, bad, now);
    }

    private static boolean isCleared(int clean, Instant bad, Instant now) {
        return clean >= CLEAN_PASSES && !now.isBefore(bad.plus(CLEAN_TIME));
    }

    /** How often it turned from one commit to another. */
    private static int flips(List<Sighting> newestFirst) {
        int flips = 0;
        for (int i = 1; i < Math.min(FLIP_RUNS, newestFirst.size()); i++) {
            Sighting newer = newestFirst.get(i - 1);
            Sighting older = newestFirst.get(i);
            if (newer.isRed() != older.isRed() && !newer.commit().equals(older.commit())) {
                flips++;
            }
        }
        return flips;
    }
}
