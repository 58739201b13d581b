package dev.expertd.draft.together;

import java.util.Set;

/**
 * A place that names are added to.
 *
 * @param path the file
 * @param symbol what in the file holds the names; empty for names that stand, or are defined, at its top
 */
record Listing(String path, String symbol) {
    private static final Set<String> EVERYWHERE = Set.of("__init__", "index", "mod", "main");

    /** The file's name, with its folder where many files have it. */
    String fileName() {
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        return EVERYWHERE.contains(name.replaceFirst("\\..*", ""))
                ? path.substring(path.lastIndexOf('/', slash - 1) + 1)
                : name;
    }
}
