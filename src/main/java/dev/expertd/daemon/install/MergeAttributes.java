package dev.expertd.daemon.install;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks git by which driver it would merge files of a work tree, all of its attribute files considered. */
final class MergeAttributes {
    /** What git says where no attribute file says anything. */
    static final String NONE = "unspecified";

    private MergeAttributes() {}

    /** The value of {@code merge} for each of these files; {@link #NONE} for all if git cannot be asked. */
    static Map<String, String> of(Path workTree, List<String> files) {
        Map<String, String> values = new LinkedHashMap<>();
        files.forEach(file -> values.put(file, NONE));
        if (files.isEmpty()) {
            return values;
        }
        List<String> arguments = new ArrayList<>(List.of("check-attr", "-z", "merge", "--"));
        arguments.addAll(files);
        String[] parts = GitQuestion.ask(workTree, arguments).orElse("").split("\0", -1);
        for (int i = 0; i + 2 < parts.length; i += 3) {
            values.replace(parts[i], parts[i + 2]);
        }
        return values;
    }
}
