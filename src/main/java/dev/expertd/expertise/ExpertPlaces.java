package dev.expertd.expertise;

import java.util.List;
import java.util.Set;

/** Where experts stand if no settings name them. */
final class ExpertPlaces {
    /** Folders with a folder for each expert. */
    static final List<String> FOLDERS =
            List.of(".claude/commands/experts", ".claude/experts", ".claude/agents/experts", "experts");

    /** Folders with a file for each expert; in the second, others lie as well. */
    static final String FLAT = ".claude/experts";

    static final String OPEN = "experts";

    static final List<String> NAMES = List.of("expertise.md", "expertise.yaml", "expertise.yml");

    static final List<String> LISTS = List.of(
            "LEARNINGS.md", "docs/LEARNINGS.md", "tasks/lessons.md", ".learnings/LEARNINGS.md", ".claude/learnings.md");

    /** Files that are about more and may have a part for learnings. */
    static final List<String> INSTRUCTIONS = List.of("CLAUDE.md", "AGENTS.md");

    /** What an expert of a file that is one list is called. */
    static final String OF_LIST = "learnings";

    /** Of a folder with more entries the rest is not looked at. */
    static final int MOST = 1_000;

    private ExpertPlaces() {}

    /** True if the name of an entry says that it is put aside. */
    static boolean isAside(String entry) {
        return entry.startsWith("_") || entry.startsWith(".");
    }

    /** True if a file right in that folder is called as one of an expert is. */
    static boolean isFlat(String folder, String file) {
        boolean known = file.endsWith(".md") || file.endsWith(".yaml") || file.endsWith(".yml");
        return (folder.equals(FLAT) || folder.equals(OPEN)) && known && !file.equalsIgnoreCase("README.md");
    }

    /** The name, with a number behind it if other experts are called so. */
    static String free(String name, Set<String> taken) {
        String own = name;
        for (int i = 2; taken.contains(own); i++) {
            own = name + "-" + i;
        }
        return own;
    }
}
