package dev.expertd.judge;

import dev.expertd.model.Condition;
import dev.expertd.model.Health;
import dev.expertd.model.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a test stands now, by what it did on the way to the code that is checked out. */
public sealed interface Standing {
    /** Nothing to tell. */
    record Well() implements Standing {}

    /**
     * Red when it was last executed.
     *
     * @param lastPassed null if it was never seen green
     * @param confirmed seen twice on one tree, or on two commits; until then it may be a flake
     * @param doubtful only runs that suspect the machine say so
     */
    record Failing(
            @Nullable Sighting lastPassed,
            Sighting firstRed,
            Sighting lastRed,
            int runs,
            boolean confirmed,
            boolean doubtful)
            implements Standing {}

    /** Proven flaky and not cleared, or only suspect; {@code bad} of the last {@code executed} runs were. */
    record Unsteady(Health health, int bad, int executed) implements Standing {}

    /** Was red and is no longer executed: skipped, or missing from complete runs. */
    record Silenced(Condition condition, Sighting since) implements Standing {}

    /** Green since a short while, and red before. */
    record Repaired(Sighting lastRed, Sighting firstGreen) implements Standing {}

    /** A repair is news for so long. */
    Duration LATELY = Duration.ofDays(7);

    /** The rate of a flaky test is told of so many runs. */
    int RATED = 20;

    /**
     * Where the test stands.
     *
     * @param behind its sightings on the way to the code that is checked out, skips included, newest first
     * @param all its sightings anywhere, skips included, newest first
     */
    static Standing of(List<Sighting> behind, List<Sighting> all, Instant now) {
        List<Sighting> executed =
                all.stream().filter(sighting -> sighting.status().isExecuted()).toList();
        Health health = Flakiness.of(executed, now);
        if (health == Health.FLAKY) {
            return unsteady(health, executed);
        }
        List<Sighting> telling = behind.stream()
                .filter(sighting -> sighting.condition() != Condition.SKIPPED)
                .toList();
        if (telling.isEmpty()) {
            return new Well();
        }
        Sighting newest = telling.get(0);
        if (newest.condition() == Condition.MUTED || newest.condition() == Condition.NOT_RUN) {
            return silenced(telling, newest.condition());
        }
        List<Sighting> here = telling.stream()
                .filter(sighting -> sighting.status().isExecuted())
                .toList();
        if (newest.isRed()) {
            return failing(here);
        }
        Standing repaired = repaired(here, now);
        return repaired instanceof Well && health == Health.SUSPECT ? unsteady(health, executed) : repaired;
    }

    private static Standing unsteady(Health health, List<Sighting> executed) {
        List<Sighting> rated = executed.stream().limit(RATED).toList();
        int bad = 0;
        for (int i = 0; i < rated.size(); i++) {
            boolean behindRed = i + 1 < executed.size() && executed.get(i + 1).isRed();
            bad += isBad(rated.get(i), behindRed) ? 1 : 0;
        }
        return new Unsteady(health, bad, rated.size());
    }

    /** A green run that proves the red one before it a flake is flaky by that alone, and was not bad itself. */
    private static boolean isBad(Sighting sighting, boolean behindRed) {
        return sighting.isRed() || sighting.flaky() && !behindRed;
    }

    private static Standing silenced(List<Sighting> telling, Condition condition) {
        Sighting since = telling.get(0);
        for (Sighting sighting : telling) {
            if (sighting.condition() != condition) {
                break;
            }
            since = sighting;
        }
        return new Silenced(condition, since);
    }

    private static Standing failing(List<Sighting> executed) {
        List<Sighting> red = new ArrayList<>();
        Sighting lastPassed = null;
        for (Sighting sighting : executed) {
            if (!sighting.isRed()) {
                lastPassed = sighting;
                break;
            }
            red.add(sighting);
        }
        List<Sighting> trusted =
                red.stream().filter(sighting -> !sighting.doubtful()).toList();
        return new Failing(
                lastPassed, red.get(red.size() - 1), red.get(0), red.size(), isConfirmed(trusted), trusted.isEmpty());
    }

    private static boolean isConfirmed(List<Sighting> red) {
        long trees = red.stream()
                .map(Sighting::treeId)
                .filter(tree -> !tree.isEmpty())
                .distinct()
                .count();
        boolean twiceOnOneTree =
                red.stream().filter(sighting -> !sighting.treeId().isEmpty()).count() > trees;
        long commits = red.stream()
                .filter(sighting -> !sighting.provisional())
                .map(Sighting::commit)
                .distinct()
                .count();
        return twiceOnOneTree || commits > 1;
    }

    private static Standing repaired(List<Sighting> executed, Instant now) {
        Sighting firstGreen = executed.get(0);
        for (Sighting sighting : executed) {
            if (sighting.isRed()) {
                boolean lately = firstGreen.at().plus(LATELY).isAfter(now);
                return lately && firstGreen.condition() == Condition.FIXED
                        ? new Repaired(sighting, firstGreen)
                        : new Well();
            }
            firstGreen = sighting;
        }
        return new Well();
    }
}
