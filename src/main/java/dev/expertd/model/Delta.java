package dev.expertd.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * How the tests of one or more runs stepped, counted.
 *
 * @param broken red now, and not before
 * @param fixed red before and green now
 * @param still red before and now, for whatever reason
 * @param muted red before, and skipped or missing now
 * @param flaky did both on the same code, or is known to
 */
public record Delta(int broken, int fixed, int still, int muted, int flaky) {
    public static final Delta NONE = new Delta(0, 0, 0, 0, 0);

    /** So many tests in that condition. */
    public static Delta of(Condition condition, boolean flaky, int tests) {
        if (flaky) {
            return new Delta(0, 0, 0, 0, tests);
        }
        return switch (condition) {
            case REGRESSION, NEW_FAILING -> new Delta(tests, 0, 0, 0, 0);
            case FIXED -> new Delta(0, tests, 0, 0, 0);
            case STILL, CHANGED -> new Delta(0, 0, tests, 0, 0);
            case MUTED, NOT_RUN -> new Delta(0, 0, 0, tests, 0);
            case FLAKY_FAILURE -> new Delta(0, 0, 0, 0, tests);
            case PASSED, NEW, SKIPPED -> NONE;
        };
    }

    public Delta plus(Delta other) {
        return new Delta(
                broken + other.broken,
                fixed + other.fixed,
                still + other.still,
                muted + other.muted,
                flaky + other.flaky);
    }

    /** By the words of the outcome rules: new, fixed, still, muted, flaky. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("new", broken);
        counts.put("fixed", fixed);
        counts.put("still", still);
        counts.put("muted", muted);
        counts.put("flaky", flaky);
        return counts;
    }

    /** {@code 1 new, 2 still}; empty if nothing stepped. */
    public String words() {
        StringJoiner words = new StringJoiner(", ");
        counts().forEach((word, count) -> {
            if (count > 0) {
                words.add(count + " " + word);
            }
        });
        return words.toString();
    }
}
