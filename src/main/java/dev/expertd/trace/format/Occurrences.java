package dev.expertd.trace.format;

import java.util.HashMap;
import java.util.Map;

/** Tells apart what bears one name in one trace: steps of an agent have no other name that lasts than their order. */
public final class Occurrences {
    private final Map<String, Integer> seen = new HashMap<>();

    /** The name itself the first time, later with a number behind it. */
    public String numbered(String name) {
        int times = seen.size() < Collected.RESULTS ? seen.merge(name, 1, Integer::sum) : 1;
        return times == 1 ? name : name + " #" + times;
    }
}
