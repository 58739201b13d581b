package dev.expertd.learn;

import dev.expertd.redact.Redactor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Names from a repository as the journal knows them: branches, traces. A name may hold a secret like any other text, and
 * two that differ in nothing else stay two.
 */
final class SafeNames {
    private final Map<String, String> safe = new LinkedHashMap<>();

    SafeNames(Redactor redactor, Collection<String> names) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (String name : new TreeSet<>(names)) {
            String text = redactor.redact(name).text();
            int number = seen.merge(text, 1, Integer::sum);
            safe.put(name, number == 1 ? text : text + " (" + number + ")");
        }
    }

    String of(String name) {
        String known = safe.get(name);
        if (known == null) {
            throw new IllegalArgumentException("a name that was not asked for");
        }
        return known;
    }

    /** The same map with its keys made safe. */
    Map<String, String> keysOf(Map<String, String> byName) {
        Map<String, String> keyed = new LinkedHashMap<>();
        byName.forEach((name, value) -> keyed.put(of(name), value));
        return keyed;
    }
}
