package dev.expertd.torture;

import java.util.Map;
import java.util.TreeMap;

/** What a torture came to, counted by name. */
final class Tally {
    private final Map<String, Integer> counts = new TreeMap<>();

    synchronized void count(String name) {
        count(name, 1);
    }

    synchronized void count(String name, int more) {
        counts.merge(name, more, Integer::sum);
    }

    synchronized int of(String name) {
        return counts.getOrDefault(name, 0);
    }

    synchronized void add(Tally other) {
        other.counts.forEach(this::count);
    }

    /** One name and its count a line. */
    synchronized String text() {
        StringBuilder text = new StringBuilder();
        counts.forEach((name, count) -> text.append(String.format("  %-46s %7d%n", name, count)));
        return text.toString();
    }
}
