package dev.expertd.curate.route;

import dev.expertd.model.ExpertView;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How much a changed file says of where its commit belongs: source code most, what is made or written beside it less. */
final class PathWeight {
    private static final double CODE = 1;
    private static final double SETTINGS = 0.7;
    private static final double TEST = 0.5;
    private static final double PROSE = 0.15;
    private static final double MADE = 0.05;

    private static final Set<String> CODE_ENDINGS = Set.of(
            "py", "ts", "tsx", "js", "jsx", "mjs", "cjs", "java", "kt", "go", "rs", "rb", "php", "cs", "c", "h", "cc",
            "cpp", "hpp", "swift", "scala", "sh", "bash", "ps1", "sql", "tf", "vue", "svelte", "ex", "exs", "css",
            "scss", "html", "proto", "graphql");
    private static final Set<String> PROSE_ENDINGS = Set.of("md", "mdx", "rst", "txt", "adoc");
    private static final Set<String> MADE_ENDINGS = Set.of(
            "png",
            "jpg",
            "jpeg",
            "gif",
            "svg",
            "ico",
            "webp",
            "pdf",
            "docx",
            "xlsx",
            "zip",
            "mp4",
            "webm",
            "lock",
            "tsbuildinfo",
            "map",
            "snap",
            "log",
            "csv",
            "jsonl");
    private static final Pattern MADE_NAMES = Pattern.compile(
            "(?:^|/)(?:package-lock\\.json|pnpm-lock\\.yaml|go\\.sum|\\.gitignore|[^/]{1,100}\\.context\\.json)$");
    private static final Pattern TESTS = Pattern.compile("(?:^|/)(?:tests?|__tests__|specs?|e2e)/|(?:^|/)test_[^/]*$"
            + "|[._-](?:test|spec)s?\\.[a-z]{1,5}$|Tests?\\.(?:java|kt|cs)$");

    private PathWeight() {}

    static double of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (MADE_ENDINGS.contains(ending) || MADE_NAMES.matcher(path).find() || path.startsWith(".claude/")) {
            return MADE;
        }
        if (PROSE_ENDINGS.contains(ending)) {
            return PROSE;
        }
        if (TESTS.matcher(path).find()) {
            return TEST;
        }
        return CODE_ENDINGS.contains(ending) ? CODE : SETTINGS;
    }

    /** The index of the expert whose own file it is, or lies in the folder that is that expert's alone; -1 if none. */
    static int home(String path, List<ExpertView> experts) {
        for (int i = 0; i < experts.size(); i++) {
            String file = experts.get(i).expert().file();
            int folder = file.lastIndexOf('/') + 1;
            boolean isAlone = file.startsWith("expertise.", folder) && folder > 0;
            if (path.equals(file) || (isAlone && path.startsWith(file.substring(0, folder)))) {
                return i;
            }
        }
        return -1;
    }
}
