package dev.expertd.torture;

import java.util.function.Predicate;

/**
 * Leaves steps out of a history as long as it still breaks something: first half of them, then ever smaller pieces.
 * Instants differ from one time to the next, so it gives up after so many tries or so many minutes; what is left is the
 * shortest that was seen to break something.
 */
final class Shrinking {
    private static final int TRIES = 40;
    private static final long TIME = 6 * 60_000_000_000L;

    private final Predicate<Script> breaks;
    private int tries;

    Shrinking(Predicate<Script> breaks) {
        this.breaks = breaks;
    }

    Script shrink(Script script) {
        long end = System.nanoTime() + Long.getLong("torture.shrink.seconds", TIME / 1_000_000_000L) * 1_000_000_000L;
        Script shortest = script;
        int last = script.steps().size() - 1; // the check at the end stays
        for (int size = Math.max(1, last / 2); size > 0; size /= 2) {
            for (int from = 0; from < last; ) {
                if (tries >= TRIES || System.nanoTime() > end) {
                    return shortest;
                }
                Script candidate = shortest.without(from, Math.min(last, from + size));
                tries++;
                if (breaks.test(candidate)) {
                    shortest = candidate;
                    last = shortest.steps().size() - 1;
                } else {
                    from += size;
                }
            }
        }
        return shortest;
    }
}
