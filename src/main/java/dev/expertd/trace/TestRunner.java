package dev.expertd.trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A test runner, how it shows in a folder's own files, and the one line that makes it leave a report. */
public enum TestRunner {
    MAVEN("Maven", "nothing to do: `mvn test` leaves target/surefire-reports/"),
    GRADLE("Gradle", "nothing to do: `gradle test` leaves build/test-results/"),
    PYTEST("pytest", "pytest --junitxml=reports/junit.xml"),
    VITEST("Vitest", "npx vitest run --reporter=default --reporter=junit --outputFile.junit=reports/junit.xml"),
    JEST(
            "Jest",
            "npm i -D jest-junit && JEST_JUNIT_OUTPUT_DIR=reports npx jest --reporters=default --reporters=jest-junit"),
    PLAYWRIGHT(
            "Playwright",
            "PLAYWRIGHT_JUNIT_OUTPUT_NAME=reports/playwright.xml npx playwright test --reporter=list,junit"),
    MOCHA(
            "Mocha",
            "npm i -D mocha-junit-reporter && MOCHA_FILE=reports/mocha.xml npx mocha --reporter mocha-junit-reporter"),
    GO("Go", "gotestsum --junitfile reports/junit.xml ./..."),
    CARGO(
            "cargo",
            "cargo nextest run --profile ci   # with [profile.ci.junit] path = \"junit.xml\" in .config/nextest.toml"),
    RSPEC(
            "RSpec",
            "bundle exec rspec --format progress --format RspecJunitFormatter --out reports/rspec.xml   # gem rspec_junit_formatter"),
    DOTNET(".NET", "dotnet test --logger \"junit;LogFilePath=reports/junit.xml\"   # package JunitXml.TestLogger");

    private final String words;
    private final String line;

    TestRunner(String words, String line) {
        this.words = words;
        this.line = line;
    }

    /**
     * A runner that a work tree shows.
     *
     * @param folder where, relative to the work tree; empty for its root
     */
    public record Seen(TestRunner runner, String folder) {
        /** The line that makes it leave a report which expertd reads; to be called in {@link #folder}. */
        public String line() {
            return folder.isEmpty() ? runner.line() : "(in " + folder + ") " + runner.line();
        }
    }

    /** The runners that the files of a work tree's root, and of the folders right below it, show. */
    public static List<Seen> in(Path root) {
        List<Seen> seen = new ArrayList<>();
        for (ProjectFiles files : ProjectFiles.of(root)) {
            for (TestRunner runner : values()) {
                // a module of a build at the root is built from there
                boolean module =
                        seen.contains(new Seen(runner, "")) && !files.folder().isEmpty();
                if (!module && runner.showsIn(files)) {
                    seen.add(new Seen(runner, files.folder()));
                }
            }
        }
        return seen;
    }

    /** The runners of {@link #in}, each once. */
    public static List<TestRunner> of(Path root) {
        return in(root).stream().map(Seen::runner).distinct().toList();
    }

    public String words() {
        return words;
    }

    /** The line that makes it leave a report which expertd reads. */
    public String line() {
        return line;
    }

    private boolean showsIn(ProjectFiles files) {
        return switch (this) {
            case MAVEN -> files.has("pom.xml");
            case GRADLE -> files.has("build.gradle") || files.has("build.gradle.kts");
            case PYTEST -> isPytest(files);
            case VITEST -> files.dependsOn("vitest");
            case JEST -> files.dependsOn("jest") || files.has("jest.config.js") || files.has("jest.config.ts");
            case PLAYWRIGHT -> files.dependsOn("@playwright/test");
            case MOCHA -> files.dependsOn("mocha");
            case GO -> files.has("go.mod");
            case CARGO -> files.has("Cargo.toml");
            case RSPEC -> files.has(".rspec") || files.says("Gemfile", "\\brspec\\b");
            case DOTNET -> files.hasEnding(".sln", ".slnx", ".csproj", ".fsproj");
        };
    }

    private static boolean isPytest(ProjectFiles files) {
        return files.has("pytest.ini")
                || files.has("conftest.py")
                || files.has("tests/conftest.py")
                || files.says("pyproject.toml", "\\[tool\\.pytest|[\"']pytest\\b")
                || files.says("setup.cfg", "\\[tool:pytest\\]|(?m)^\\s*pytest\\b")
                || files.says("tox.ini", "\\[pytest\\]|\\bpytest\\b")
                || files.says("requirements.txt", "(?m)^pytest\\b")
                || files.says("requirements-dev.txt", "(?m)^pytest\\b");
    }
}
