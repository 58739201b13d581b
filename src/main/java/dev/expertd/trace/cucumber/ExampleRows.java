package dev.expertd.trace.cucumber;

import java.util.HashMap;
import java.util.Map;

/**
 * Tells the examples of a scenario outline apart. They have one name, and in some Cucumbers one id; their lines differ, but
 * move with every edit, so that an example is told by which it is. A scenario met again on the same line is the same.
 */
final class ExampleRows {
    private final Map<String, Map<String, Integer>> rowsOf = new HashMap<>();

    /** The number of that line among those of the scenarios with that name, from 1 on. */
    int number(String scenario, String line) {
        Map<String, Integer> rows = rowsOf.computeIfAbsent(scenario, name -> new HashMap<>(2));
        Integer known = rows.putIfAbsent(line, rows.size() + 1);
        return known == null ? rows.size() : known;
    }
}
