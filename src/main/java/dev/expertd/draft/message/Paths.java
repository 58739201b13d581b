package dev.expertd.draft.message;

import dev.expertd.model.Commit;
import dev.expertd.model.FileChange;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** What kind of file a path names. */
final class Paths {
    private static final Pattern PROSE = Pattern.compile(
            "(?i)(?<!requirements)(?<!CMakeLists)(?<!constraints)\\.(?:md|mdx|rst|txt|adoc|docx?|pdf|png|jpe?g|gif|svg|ico|webp|excalidraw|html|patch|csv|xlsx|pptx|tsbuildinfo|snap|lock|mp4)$|(?:^|/)(?:package-lock\\.json|yarn\\.lock|pnpm-lock\\.yaml|go\\.sum|Cargo\\.lock|poetry\\.lock|LICENSE|CHANGELOG\\w*|NOTICE|\\.gitignore|CODEOWNERS)$|(?:^|/)docs?/|(?:^|/)(?:test-results|playwright-report|screenshots|__snapshots__)/|(?:^|/)\\.claude/");
    private static final Pattern TEST = Pattern.compile(
            "(?i)(?:^|/)(?:tests?|__tests__|spec|e2e)/|(?:^|/)test_[^/]+$|[._-]\\w*(?:test|spec)s?\\.\\w+$|Tests?\\.(?:java|kt|scala)$|IT\\.java$");
    private static final Pattern SOURCE = Pattern.compile(
            "\\.(?:py|tsx?|m?jsx?|java|kt|scala|go|rs|rb|c|cc|cpp|h|hpp|cs|php|sh|ya?ml|sql|gradle|tf|bzl|groovy|swift)$|Dockerfile|Justfile|Makefile|BUILD");

    private Paths() {}

    static boolean isProse(String path) {
        return PROSE.matcher(path).find();
    }

    static boolean isTest(String path) {
        return TEST.matcher(path).find();
    }

    static boolean isSource(String path) {
        return SOURCE.matcher(path).find();
    }

    /** The files that a lesson of the commit is most likely about: sources before tests, those it names first. */
    static List<String> ranked(Commit commit, String text) {
        return commit.files().stream()
                .map(FileChange::path)
                .filter(path -> !isProse(path))
                .sorted(Comparator.comparing((String path) -> !text.contains(path.substring(path.lastIndexOf('/') + 1)))
                        .thenComparing(path -> isTest(path) || !isSource(path)))
                .toList();
    }
}
