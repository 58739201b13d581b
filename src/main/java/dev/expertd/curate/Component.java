package dev.expertd.curate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names the area that an act changed. */
public final class Component {
    private static final Set<String> FACELESS = Set.of("index", "__init__", "main", "mod", "__main__", "app", "lib");
    private static final Pattern SCOPE = Pattern.compile("^[a-z]+\\(([^()]{2,40})\\)!?:");
    private static final Pattern TEST = Pattern.compile(
            "(?i)(?:^|/)(?:tests?|__tests__|spec|specs)/|(?:^|/)test_|[._-](?:test|spec)s?\\.|Tests?\\.(?:java|kt|cs)$");
    private static final Pattern PROSE = Pattern.compile("(?i)\\.(?:md|rst|txt|lock|png|svg|jpg)$|(?:^|/)\\.[^/]+$");

    private Component() {}

    /**
     * The component: by the configured globs, else a scope that names a changed path, else the stem of the file that
     * matters most.
     *
     * @param globs glob to name, in order
     * @param files what the drafts speak of, the most important first
     * @param changed every changed path
     */
    public static String of(Map<String, String> globs, List<String> files, List<String> changed, String message) {
        List<String> all = new ArrayList<>(files);
        all.addAll(changed);
        for (Map.Entry<String, String> glob : globs.entrySet()) {
            if (all.stream().anyMatch(path -> Globs.matches(glob.getKey(), path))) {
                return glob.getValue();
            }
        }
        Matcher scope = SCOPE.matcher(message);
        if (files.isEmpty() && scope.find()) {
            String named = scope.group(1);
            if (changed.stream()
                    .anyMatch(path -> path.toLowerCase(Locale.ROOT).contains(named.toLowerCase(Locale.ROOT)))) {
                return named;
            }
        }
        return Stream.of(
                        all.stream()
                                .filter(path -> !TEST.matcher(path).find()
                                        && !PROSE.matcher(path).find()),
                        all.stream().filter(path -> !PROSE.matcher(path).find()),
                        all.stream())
                .flatMap(paths -> paths.limit(1))
                .findFirst()
                .map(Component::stem)
                .orElse("");
    }

    static String stem(String path) {
        String[] segments = path.split("/", -1);
        String name = segments[segments.length - 1];
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return FACELESS.contains(stem) && segments.length > 1 ? segments[segments.length - 2] : stem;
    }
}
