package dev.expertd.expertise;

import dev.expertd.model.Expert;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Where experts stand in a work tree if no settings name them; tells them from paths alone. */
public final class ExpertPlaces {
    static final List<String> FOLDERS = List.of(".claude/commands/experts", ".claude/experts");
    static final String FLAT = "experts";
    static final List<String> LISTS = List.of(
            "LEARNINGS.md", "docs/LEARNINGS.md", "tasks/lessons.md", ".learnings/LEARNINGS.md", ".claude/learnings.md");

    private static final String FILE = "/expertise.md";

    private ExpertPlaces() {}

    /** True if a file there may make an expert. */
    public static boolean mayBeExpert(String path) {
        return path.endsWith(".md")
                && (path.startsWith(FLAT + "/")
                        || LISTS.contains(path)
                        || FOLDERS.stream().anyMatch(folder -> path.startsWith(folder + "/")));
    }

    /** The experts among files, in the order of their paths. */
    public static List<Expert> among(Collection<String> paths) {
        TreeSet<String> files = new TreeSet<>(paths);
        List<Expert> experts = new ArrayList<>();
        for (String folder : FOLDERS) {
            for (String path : files.tailSet(folder + "/")) {
                if (!path.startsWith(folder + "/")) {
                    break;
                }
                int end = path.length() - FILE.length();
                if (path.endsWith(FILE) && end > folder.length() && path.indexOf('/', folder.length() + 1) == end) {
                    experts.add(new Expert(
                            path.substring(folder.length() + 1, end), path, Expert.Format.SECTIONS, List.of()));
                }
            }
        }
        if (experts.isEmpty()) {
            for (String path : files.tailSet(FLAT + "/")) {
                String name = path.substring(Math.min(path.length(), FLAT.length() + 1));
                if (!path.startsWith(FLAT + "/")) {
                    break;
                }
                if (name.indexOf('/') < 0
                        && name.endsWith(".md")
                        && name.length() > 3
                        && !name.startsWith("_")
                        && !name.equalsIgnoreCase("README.md")) {
                    experts.add(
                            new Expert(name.substring(0, name.length() - 3), path, Expert.Format.SECTIONS, List.of()));
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
}
