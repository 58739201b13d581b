package dev.expertd.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The keys of a settings file and what may stand behind each. */
final class Keys {
    /** What a value must be. */
    enum Kind {
        TEXT,
        FLAG,
        COUNT,
        TEXTS,
        PATHS,
        MAP,
        GROUP,
        EXPERTS
    }

    /**
     * A key.
     *
     * @param words the only texts allowed; empty for any
     * @param least the smallest number allowed
     * @param most the largest number allowed
     * @param mostShared the largest number that a repository's own file may name
     * @param userOnly not allowed in a repository's file
     */
    record Key(Kind kind, List<String> words, int least, int most, int mostShared, boolean userOnly) {
        Key {
            words = List.copyOf(words);
        }

        int most(boolean usersOwn) {
            return usersOwn ? most : Math.min(most, mostShared);
        }
    }

    static final List<String> SECTIONS = List.of("patterns_that_work", "patterns_to_avoid", "common_issues", "tips");

    /** Full key to what it takes; keys of a group are joined by a full stop. */
    static final Map<String, Key> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("experts", of(Kind.EXPERTS)),
            Map.entry("traces", of(Kind.PATHS)),
            Map.entry("components", of(Kind.MAP)),
            Map.entry("learning", of(Kind.GROUP)),
            Map.entry("learning.from", of(Kind.TEXT, "local", "all")),
            Map.entry("learning.mode", of(Kind.TEXT, "append", "review")),
            Map.entry("learning.write", of(Kind.TEXT, "now", "with-changes")),
            Map.entry("learning.create-sections", of(Kind.FLAG)),
            Map.entry("learning.run-required-for", new Key(Kind.TEXTS, SECTIONS, 0, 0, 0, false)),
            Map.entry("learning.per-act", count(0, 100, 100)),
            Map.entry("learning.per-day", count(0, 1000, 1000)),
            Map.entry("references", of(Kind.TEXT, "follow", "report")),
            Map.entry("limits", of(Kind.GROUP)),
            Map.entry("limits.lines", count(1, 1_000_000, 1000)),
            Map.entry("limits.bytes", count(1, 100_000_000, 65536)),
            Map.entry("repositories", new Key(Kind.TEXTS, List.of(), 0, 0, 0, true)),
            Map.entry("sweep-seconds", new Key(Kind.COUNT, List.of(), 1, 3600, 0, true)),
            Map.entry("journal", new Key(Kind.GROUP, List.of(), 0, 0, 0, true)),
            Map.entry("journal.keep-days", new Key(Kind.COUNT, List.of(), 1, 100_000, 0, true)),
            Map.entry("journal.megabytes", new Key(Kind.COUNT, List.of(), 10, 100_000, 0, true)),
            Map.entry("log", new Key(Kind.GROUP, List.of(), 0, 0, 0, true)),
            Map.entry("log.level", new Key(Kind.TEXT, List.of("error", "warn", "info", "debug"), 0, 0, 0, true)),
            Map.entry("log.megabytes", new Key(Kind.COUNT, List.of(), 1, 1000, 0, true)),
            Map.entry("log.files", new Key(Kind.COUNT, List.of(), 1, 100, 0, true))));

    private static final int COMPARED = 64;

    private Keys() {}

    private static Key of(Kind kind, String... words) {
        return new Key(kind, List.of(words), 0, 0, 0, false);
    }

    private static Key count(int least, int most, int mostShared) {
        return new Key(Kind.COUNT, List.of(), least, most, mostShared, false);
    }

    /** The known key that looks most like a mistaken one, ready to be said; empty text if none is near. */
    static String suggestion(String mistaken, Collection<String> known) {
        String cut = mistaken.substring(0, Math.min(COMPARED, mistaken.length()));
        return known.stream()
                .min(Comparator.comparingInt((String key) -> distance(cut, key)).thenComparing(key -> key))
                .filter(key -> distance(cut, key) <= Math.max(2, key.length() / 3))
                .map(key -> "; did you mean `" + key + "`?")
                .orElse("");
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
