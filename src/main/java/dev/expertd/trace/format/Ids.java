package dev.expertd.trace.format;

import dev.expertd.model.GrowingResults;
import java.util.HashMap;
import java.util.Map;

/** How often each test's id stands among results; those that were added since it was asked for last are counted then. */
final class Ids {
    private final Map<String, Integer> times = new HashMap<>();
    private int counted;
    private int again;

    /** So many results need no counting, as those of which this is a copy were counted. */
    private int known;

    private boolean anyTwice;

    boolean isAnyTwice(GrowingResults results) {
        if (anyTwice || results.size() <= known) {
            return anyTwice;
        }
        for (; counted < results.size(); counted++) {
            count(results.get(counted).test().id());
        }
        return again > 0;
    }

    /** What is known of these results, for a copy of them. */
    Ids copy(GrowingResults results) {
        Ids copy = new Ids();
        copy.anyTwice = isAnyTwice(results);
        copy.known = results.size();
        return copy;
    }

    /** The result at that place has another id than before. */
    void changed(int place, String before, String now) {
        known = 0;
        anyTwice = false;
        if (place < counted && !before.equals(now)) {
            int left = times.merge(before, -1, Integer::sum);
            again -= left > 0 ? 1 : 0;
            if (left == 0) {
                times.remove(before);
            }
            count(now);
        }
    }

    private void count(String id) {
        again += times.merge(id, 1, Integer::sum) > 1 ? 1 : 0;
    }
}
