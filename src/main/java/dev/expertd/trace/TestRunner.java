package dev.expertd.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A test runner, how it shows in a work tree, and the one line that makes it leave a report. */
public enum TestRunner {
    MAVEN("Maven", "pom.xml", "", "nothing to do: `mvn test` leaves target/surefire-reports/"),
    GRADLE("Gradle", "build.gradle build.gradle.kts", "", "nothing to do: `gradle test` leaves build/test-results/"),
    PYTEST(
            "pytest",
            "pytest.ini conftest.py pyproject.toml setup.cfg tox.ini",
            "pytest",
            "pytest --junitxml=reports/junit.xml"),
    VITEST(
            "Vitest",
            "package.json",
            "vitest",
            "npx vitest run --reporter=default --reporter=junit --outputFile.junit=reports/junit.xml"),
    JEST(
            "Jest",
            "package.json",
            "jest",
            "npm i -D jest-junit && JEST_JUNIT_OUTPUT_DIR=reports npx jest --reporters=default --reporters=jest-junit"),
    PLAYWRIGHT(
            "Playwright",
            "package.json",
            "@playwright/test",
            "PLAYWRIGHT_JUNIT_OUTPUT_NAME=reports/playwright.xml npx playwright test --reporter=list,junit"),
    MOCHA(
            "Mocha",
            "package.json",
            "\"mocha\"",
            "npm i -D mocha-junit-reporter && MOCHA_FILE=reports/mocha.xml npx mocha --reporter mocha-junit-reporter"),
    GO("Go", "go.mod", "", "gotestsum --junitfile reports/junit.xml ./..."),
    CARGO(
            "cargo",
            "Cargo.toml",
            "",
            "cargo nextest run --profile ci   # with [profile.ci.junit] path = \"junit.xml\" in .config/nextest.toml"),
    RSPEC(
            "RSpec",
            ".rspec Gemfile",
            "rspec",
            "bundle exec rspec --format progress --format RspecJunitFormatter --out reports/rspec.xml"),
    DOTNET(
            ".NET",
            "global.json Directory.Build.props",
            "",
            "dotnet test --logger \"junit;LogFilePath=reports/junit.xml\"");

    private static final int READ = 256 * 1024;

    private final String words;
    /** Separated by blanks. */
    private final String files;

    private final String mark;
    private final String line;

    TestRunner(String words, String files, String mark, String line) {
        this.words = words;
        this.files = files;
        this.mark = mark;
        this.line = line;
    }

    /** The runners that a work tree's own files show. */
    public static List<TestRunner> of(Path root) {
        return Arrays.stream(values())
                .filter(runner ->
                        Arrays.stream(runner.files.split(" ", -1)).anyMatch(file -> runner.showsIn(root.resolve(file))))
                .toList();
    }

    public String words() {
        return words;
    }

    /** The line that makes it leave a report which expertd reads. */
    public String line() {
        return line;
    }

    private boolean showsIn(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        boolean tells = mark.isEmpty()
                || String.valueOf(file.getFileName()).contains(mark)
                || file.endsWith("conftest.py")
                || file.endsWith(".rspec");
        if (tells) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(READ), StandardCharsets.UTF_8).contains(mark);
        } catch (IOException e) {
            return false; // what cannot be read shows nothing
        }
    }
}
