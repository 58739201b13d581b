package dev.expertd.upkeep.reference;

import dev.expertd.expertise.reference.Reference;
import dev.expertd.symbols.Language;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which files of a commit the paths around a reference may mean. */
final class Meaning {
    private static final int NEAR = 8;
    private static final int WIDE = 60;

    private final CodeHistory history;

    Meaning(CodeHistory history) {
        this.history = history;
    }

    /** The files that these paths may mean, in their order. */
    List<String> files(List<String> written, int age) {
        return written.stream()
                .filter(path -> !path.endsWith("/"))
                .flatMap(path -> history.files(age).resolve(path).stream())
                .distinct()
                .limit(NEAR)
                .toList();
    }

    /** The files of each group of paths near the reference; no file twice, and no group that means none. */
    List<List<String>> near(Reference reference, int age) {
        List<List<String>> groups = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>();
        for (List<String> written : reference.paths()) {
            List<String> files = files(written, age).stream().filter(known::add).toList();
            if (!files.isEmpty()) {
                groups.add(files);
            }
        }
        return groups;
    }

    /** The sources that the whole expertise file is about. */
    List<String> wide(Reference reference, int age) {
        Set<String> files = new LinkedHashSet<>();
        for (String written : reference.wide()) {
            WrittenPaths index = history.files(age);
            List<String> meant = written.contains("*") ? index.matching(written, WIDE) : index.resolve(written);
            meant.stream()
                    .filter(file -> Language.of(file) != Language.OTHER)
                    .limit(WIDE - Math.min(WIDE, files.size()))
                    .forEach(files::add);
        }
        return List.copyOf(files);
    }
}
