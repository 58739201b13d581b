package dev.expertd.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestRunnerTest {
    @TempDir
    private Path tree;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "pom.xml             | <project/>                                       | MAVEN",
                "build.gradle.kts    | plugins {}                                       | GRADLE",
                "pyproject.toml      | [tool.pytest.ini_options]                        | PYTEST",
                "setup.cfg           | [tool:pytest]                                    | PYTEST",
                "conftest.py         | import pytest                                    | PYTEST",
                "package.json        | {\"devDependencies\": {\"vitest\": \"^2\"}}      | VITEST",
                "package.json        | {\"devDependencies\": {\"jest\": \"^29\"}}       | JEST",
                "package.json        | {\"devDependencies\": {\"@playwright/test\":\"1\"}} | PLAYWRIGHT",
                "package.json        | {\"devDependencies\": {\"mocha\": \"^10\"}}      | MOCHA",
                "go.mod              | module example.com/shop                          | GO",
                "Cargo.toml          | [package]                                        | CARGO",
                "Gemfile             | gem 'rspec'                                      | RSPEC",
                "shop.sln            | x                                                | DOTNET"
            })
    void aRunnerShowsInTheFilesOfItsProject(String file, String text, TestRunner runner) throws IOException {
        Files.writeString(tree.resolve(file), text);

        assertThat(TestRunner.in(tree)).containsExactly(new TestRunner.Seen(runner, ""));
    }

    @Test
    void whatOnlyMentionsARunnerShowsNone() throws IOException {
        Files.writeString(tree.resolve("package.json"), "{\"description\": \"unlike jest and mocha\"}");
        Files.writeString(tree.resolve("pyproject.toml"), "[project]\nname = 'x'\n");

        assertThat(TestRunner.in(tree)).isEmpty();
    }

    @Test
    void aRunnerOneFolderDownIsToldWithItsFolder() throws IOException {
        Files.createDirectories(tree.resolve("server"));
        Files.writeString(tree.resolve("server/pytest.ini"), "[pytest]");

        assertThat(TestRunner.in(tree))
                .hasSize(1)
                .allSatisfy(
                        seen -> assertThat(seen.line()).isEqualTo("(in server) pytest --junitxml=reports/junit.xml"));
    }

    @Test
    void aModuleOfABuildIsNoRunnerOfItsOwn() throws IOException {
        Files.createDirectories(tree.resolve("core"));
        Files.writeString(tree.resolve("pom.xml"), "<project/>");
        Files.writeString(tree.resolve("core/pom.xml"), "<project/>");

        assertThat(TestRunner.in(tree)).containsExactly(new TestRunner.Seen(TestRunner.MAVEN, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "PYTEST, reports/junit.xml",
        "VITEST, reports/junit.xml",
        "JEST, reports/junit.xml",
        "MOCHA, reports/mocha.xml",
        "CARGO, target/nextest/ci/junit.xml",
        "RSPEC, reports/rspec.xml",
        "PLAYWRIGHT, reports/playwright.xml",
        "GO, reports/junit.xml",
        "DOTNET, reports/junit.xml"
    })
    void theReportThatTheLineLeavesIsFoundWithoutConfiguration(TestRunner runner, String report) {
        assertThat(new TraceSources(tree, java.util.List.of()).isTrace(report))
                .as(runner.line())
                .isTrue();
    }
}
