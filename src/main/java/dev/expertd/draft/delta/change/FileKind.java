package dev.expertd.draft.delta.change;

import dev.expertd.symbols.Language;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a changed file is for, told by its path. Only {@link #SOURCE} can repair or break a test. */
public enum FileKind {
    SOURCE,
    TEST,
    DOCS,
    BUILD,
    GENERATED,
    /** Data and settings: can change behaviour, but holds no statements. */
    CONFIG;

    private static final int LONGEST_PATH = 4_096;
    private static final Set<String> TEST_FOLDERS =
            Set.of("test", "tests", "spec", "specs", "__tests__", "testing", "testdata", "fixtures", "testfixtures");
    private static final Set<String> DOC_FOLDERS = Set.of("doc", "docs", "xdocs", "site", "release-notes");
    private static final Set<String> MADE_FOLDERS =
            Set.of("dist", "build", "vendor", "node_modules", "generated", "target", "third_party");
    private static final Pattern TEST_NAME = Pattern.compile(
            "(?:.*(?:Tests?|TestCase|IT|Spec)\\.(?:java|kt|groovy|cs|scala)|test_.*\\.py|.*_test\\.(?:py|go|rb|cc)"
                    + "|.*_spec\\.rb|.*[.-](?:test|spec)\\.[cm]?[jt]sx?|conftest\\.py)");
    private static final Pattern DOC_NAME = Pattern.compile(
            "(?:changes|changelog|history|news|release[-_. ]?notes|readme|licen[cs]e|authors|credits|contributors"
                    + "|notice|version)(?:\\.\\w+)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DOC_ENDING =
            Pattern.compile(".*\\.(?:md|mdx|txt|rst|adoc|html?|apt|tex|svg|png|jpe?g|gif)");
    private static final Pattern BUILD_NAME = Pattern.compile(
            "(?:package(?:-lock)?\\.json|bower\\.json|component\\.json|yarn\\.lock|pnpm-lock\\.yaml|pom\\.xml|.*\\.gradle(?:\\.kts)?"
                    + "|setup\\.(?:py|cfg)|pyproject\\.toml|tox\\.ini|requirements.*\\.txt|poetry\\.lock|pipfile(?:\\.lock)?|cargo\\.(?:toml|lock)"
                    + "|go\\.(?:mod|sum)|gemfile(?:\\.lock)?|makefile|.*\\.mk|cmakelists\\.txt|dockerfile|jenkinsfile|\\.travis\\.yml"
                    + "|\\.gitignore|\\.gitattributes|\\.editorconfig|build\\.xml|.*\\.csproj|.*\\.sln)");

    public static FileKind of(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (path.length() > LONGEST_PATH) {
            return GENERATED;
        }
        String[] folders = lower.split("/", -1);
        boolean production = lower.contains("src/main/");
        if (!production && inFolder(folders, TEST_FOLDERS)
                || TEST_NAME.matcher(name).matches()) {
            return TEST;
        }
        if (lower.startsWith(".github/")
                || lower.startsWith(".circleci/")
                || BUILD_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            return BUILD;
        }
        boolean code = Language.of(path).isCode();
        // a class may be called Version or History; a text without an ending of code may not
        if (!code && DOC_NAME.matcher(name).matches()
                || DOC_ENDING.matcher(lower).matches()) {
            return DOCS;
        }
        if (!production && (inFolder(folders, MADE_FOLDERS) || lower.endsWith(".min.js"))) {
            return GENERATED;
        }
        if (inFolder(folders, DOC_FOLDERS) && !production && !lower.startsWith("src/")) {
            return DOCS;
        }
        return code ? SOURCE : CONFIG;
    }

    private static boolean inFolder(String[] folders, Set<String> names) {
        for (int i = 0; i < folders.length - 1; i++) {
            if (names.contains(folders[i])) {
                return true;
            }
        }
        return false;
    }
}
