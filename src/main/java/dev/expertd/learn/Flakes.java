package dev.expertd.learn;

import dev.expertd.judge.Flakiness;
import dev.expertd.model.Condition;
import dev.expertd.model.Health;
import dev.expertd.model.Sighting;
import dev.expertd.model.TestResult;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which tests do both on the same code, as far as is known when one source runs on one tree. */
final class Flakes {
    /** Whether a test was cleared is told by so many of its sightings. */
    private static final int SIGHTINGS = 500;

    /** Earlier runs of the same code that are looked at. */
    private static final int SAME_CODE = 10;

    private final Site site;
    private final String source;
    private final String treeId;
    private final Set<String> ever;
    private final Map<String, Boolean> redHere;

    /** {@code treeId} is the identity of the code that runs; empty when unknown, and then nothing is proven by it. */
    Flakes(Site site, String source, String treeId) {
        this.site = site;
        this.source = source;
        this.treeId = treeId;
        this.ever = site.journal().tests().everFlaky(site.repository());
        this.redHere = treeId.isEmpty()
                ? Map.of()
                : site.journal().tests().lastOnTree(site.repository(), source, treeId, SAME_CODE);
    }

    /** The same code gave the opposite verdict the last time: the test is flaky, whatever it says now. */
    boolean contradicts(TestResult result) {
        Boolean red = redHere.get(result.test().id());
        return red != null
                && result.status().isExecuted()
                && red != result.status().isRed();
    }

    /** Flaky, not cleared yet, and not red so often in a row by now that it must be broken. */
    boolean isQuarantined(TestResult result) {
        return ever.contains(result.test().id()) && health(result) == Health.FLAKY;
    }

    private Health health(TestResult result) {
        Stream<Sighting> now = result.status().isRed() ? Stream.of(now(result)) : Stream.empty();
        Stream<Sighting> past =
                site
                        .journal()
                        .tests()
                        .sightings(site.repository(), result.test().id(), Long.MAX_VALUE, SIGHTINGS)
                        .stream()
                        .filter(sighting -> sighting.status().isExecuted());
        return Flakiness.of(Stream.concat(now, past).toList(), site.now());
    }

    private Sighting now(TestResult result) {
        return new Sighting(
                Long.MAX_VALUE,
                source,
                "",
                false,
                treeId,
                site.now(),
                result.status(),
                Condition.FLAKY_FAILURE,
                false,
                "",
                false);
    }
}
