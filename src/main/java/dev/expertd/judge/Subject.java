package dev.expertd.judge;

import dev.expertd.model.TestCase;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Whether a test belongs to what was changed: its own file is among the changed paths. */
public final class Subject {
    private final Set<String> paths;
    private final Set<String> stems = new HashSet<>();

    public Subject(Set<String> changedPaths) {
        this.paths = Set.copyOf(changedPaths);
        for (String path : changedPaths) {
            stems.add(stem(path));
        }
    }

    public boolean owns(TestCase test) {
        if (!test.file().isEmpty() && paths.contains(test.file())) {
            return true;
        }
        String suite = test.suite();
        if (suite.isEmpty()) {
            return false;
        }
        if (suite.indexOf('/') >= 0) {
            return paths.contains(suite);
        }
        for (String segment : suite.split("[.$:#]+", -1)) {
            if (looksLikeTest(segment) && stems.contains(segment)) {
                return true;
            }
        }
        return false;
    }

    private static boolean looksLikeTest(String name) {
        return name.toLowerCase(Locale.ROOT).contains("test")
                || name.toLowerCase(Locale.ROOT).contains("spec");
    }

    private static String stem(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
