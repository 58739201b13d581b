package dev.expertd.expertise;

import dev.expertd.model.Expert;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where experts stand if no settings name them, told from paths alone: for commits that are not checked out. */
public final class ExpertPlaces {
    /** Folders with a folder for each expert. */
    static final List<String> FOLDERS =
            List.of(".claude/commands/experts", ".claude/experts", ".claude/agents/experts", "experts");

    /** Folders with a file for each expert; in the second, others lie as well. */
    static final String FLAT = ".claude/experts";

    static final String OPEN = "experts";

    static final List<String> NAMES = List.of("expertise.md", "expertise.yaml", "expertise.yml");

    static final List<String> LISTS = List.of(
            "LEARNINGS.md", "docs/LEARNINGS.md", "tasks/lessons.md", ".learnings/LEARNINGS.md", ".claude/learnings.md");

    private ExpertPlaces() {}

    /** True if a file there may make an expert. */
    public static boolean mayBeExpert(String path) {
        return LISTS.contains(path) || FOLDERS.stream().anyMatch(folder -> path.startsWith(folder + "/"));
    }

    /** The experts among files, folder by folder. */
    public static List<Expert> among(Collection<String> paths) {
        TreeSet<String> files = new TreeSet<>(paths);
        List<Expert> experts = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String folder : FOLDERS) {
            for (String path : files.tailSet(folder + "/")) {
                if (!path.startsWith(folder + "/")) {
                    break;
                }
                String name = nameOf(folder, path);
                if (!name.isEmpty() && taken.add(name)) {
                    experts.add(new Expert(name, path, Expert.Format.usualOf(path), List.of()));
                }
            }
        }
        if (experts.isEmpty()) {
            LISTS.stream()
                    .filter(files::contains)
                    .findFirst()
                    .ifPresent(file -> experts.add(new Expert("learnings", file, Expert.Format.LIST, List.of())));
        }
        return experts;
    }

    /** Empty if a file of that folder is no expert's. */
    private static String nameOf(String folder, String path) {
        String inner = path.substring(folder.length() + 1);
        int slash = inner.indexOf('/');
        String name = slash < 0 ? inner.substring(0, Math.max(0, inner.lastIndexOf('.'))) : inner.substring(0, slash);
        boolean hidden = name.startsWith("_") || name.startsWith(".");
        boolean fits = slash < 0 ? isFlat(folder, inner) : NAMES.contains(inner.substring(slash + 1));
        return fits && !hidden ? name : "";
    }

    private static boolean isFlat(String folder, String file) {
        boolean known = file.endsWith(".md") || file.endsWith(".yaml") || file.endsWith(".yml");
        return (folder.equals(FLAT) || folder.equals(OPEN)) && known && !file.equalsIgnoreCase("README.md");
    }
}
