package dev.expertd.trace.format;

import java.util.HashMap;
import java.util.Map;

/**
 * Tells apart what bears one name in one trace: the steps of an agent, and the tests of a format that lets several have
 * the same name, have nothing else that lasts than their order.
 */
public final class Occurrences {
    private final Map<String, Integer> seen = new HashMap<>();

    /** The name itself the first time, later with a number behind it. */
    public String numbered(String name) {
        int time = time(name);
        return time == 1 ? name : name + " #" + time;
    }

    /** The id of the next test of that name; see {@link TestId#of}. */
    public String id(String family, String owner, String name) {
        String id = TestId.of(family, owner, name);
        int time = time(id);
        return time == 1 ? id : TestId.of(family, owner, name + " #" + time);
    }

    private int time(String name) {
        return seen.size() < Collected.RESULTS ? seen.merge(name, 1, Integer::sum) : 1;
    }
}
