package dev.expertd.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {
    @TempDir
    Path folder;

    private Path user;
    private Path worktree;

    @BeforeEach
    void places() throws Exception {
        user = folder.resolve("config.yml");
        worktree = Files.createDirectories(folder.resolve("shop"));
    }

    @Test
    void theDefaultsAreThoseOfTheDocumentedFile() throws Exception {
        Settings settings = SettingsLoader.load(user, worktree);
        assertThat(settings)
                .isEqualTo(new Settings(
                        List.of(),
                        List.of(),
                        Map.of(),
                        new Settings.Learning(
                                Settings.From.LOCAL,
                                Settings.Mode.APPEND,
                                Settings.Write.NOW,
                                true,
                                List.of("patterns_that_work"),
                                3,
                                5),
                        Settings.References.FOLLOW,
                        new Settings.Limits(1000, 65536),
                        List.of(),
                        Duration.ofSeconds(15),
                        new Settings.Log("info", 2, 5),
                        new Settings.Journal(400, 200)));
    }

    @Test
    void everyKeyCanBeChanged() throws Exception {
        Files.writeString(user, """
                repositories: ['/home/dev/shop']
                sweep-seconds: 30
                log: {level: debug, megabytes: 1, files: 3}
                journal: {keep-days: 90, megabytes: 50}
                learning:
                  per-day: 9
                """);
        Files.writeString(worktree.resolve(".expertd.yml"), """
                experts:
                  - name: lessons
                    file: tasks/lessons.md
                    format: list
                    owns: ["server/**"]
                traces: ["out/*.xml"]
                components: {"server/stores/**": stores}
                learning:
                  from: all
                  mode: review
                  write: with-changes
                  create-sections: false
                  run-required-for: [tips]
                  per-act: 1
                  per-day: 2
                references: report
                limits: {lines: 10, bytes: 20}
                """);
        assertThat(SettingsLoader.load(user, worktree))
                .isEqualTo(new Settings(
                        List.of(new Settings.ExpertSetting("lessons", "tasks/lessons.md", true, List.of("server/**"))),
                        List.of("out/*.xml"),
                        Map.of("server/stores/**", "stores"),
                        new Settings.Learning(
                                Settings.From.ALL,
                                Settings.Mode.REVIEW,
                                Settings.Write.WITH_CHANGES,
                                false,
                                List.of("tips"),
                                1,
                                2),
                        Settings.References.REPORT,
                        new Settings.Limits(10, 20),
                        List.of("/home/dev/shop"),
                        Duration.ofSeconds(30),
                        new Settings.Log("debug", 1, 3),
                        new Settings.Journal(90, 50)));
    }

    @Test
    void allMistakesAreToldAtOnceWithTheirPlaceAndTheNearestKey() throws Exception {
        Files.createSymbolicLink(worktree.resolve("elsewhere"), folder);
        Files.copy(resource("mistakes.yml"), worktree.resolve(".expertd.yml"));
        assertThat(problems().stream()
                        .map(problem -> problem.line() + ":" + problem.column() + " " + problem.message())
                        .collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(Files.readString(resource("mistakes.expected")));
    }

    @Test
    void mistakesOfBothFilesAreToldTogether() throws Exception {
        Files.writeString(user, "sweep-seconds: 0\n");
        Files.writeString(worktree.resolve(".expertd.yml"), "references: guess\n");
        assertThat(problems())
                .extracting(Problem::toString)
                .containsExactly(
                        user + ":1:16: `sweep-seconds` must be a whole number from 1 to 3600, not `0`",
                        worktree.resolve(".expertd.yml") + ":1:13: `references` must be follow or report, not `guess`");
    }

    @Test
    void whatIsNoYamlIsToldWithItsPlace() throws Exception {
        Files.writeString(user, "learning: [unclosed\n");
        assertThatThrownBy(() -> SettingsLoader.load(user))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("config.yml:2:1: is no YAML");
    }

    @Test
    void aNestOfAliasesIsRefused() throws Exception {
        StringBuilder bomb = new StringBuilder("a: &a [x, x]\n");
        for (char c = 'b'; c < 'z'; c++) {
            bomb.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [*")
                    .append((char) (c - 1))
                    .append(", *")
                    .append((char) (c - 1))
                    .append("]\n");
        }
        Files.writeString(user, bomb);
        assertThatThrownBy(() -> SettingsLoader.load(user)).isInstanceOf(SettingsException.class);
    }

    @Test
    void aKeyWithNothingBehindItIsEmpty() throws Exception {
        Files.writeString(user, "repositories:\nexperts:\ncomponents:\nlearning:\n");
        assertThat(SettingsLoader.load(user, worktree).repositories()).isEmpty();
    }

    @Test
    void theRepositoryOverrulesTheUserKeyByKey() throws Exception {
        Files.writeString(user, "learning: {per-act: 1, per-day: 9}\nlimits: {lines: 9000}\n");
        Files.writeString(worktree.resolve(".expertd.yml"), "learning: {per-day: 2}\n");
        Settings settings = SettingsLoader.load(user, worktree);
        assertThat(settings.learning().perAct()).isEqualTo(1);
        assertThat(settings.learning().perDay()).isEqualTo(2);
        assertThat(settings.limits()).isEqualTo(new Settings.Limits(9000, 65536));
    }

    @Test
    void whoeverStaysKeepsTheLastGoodSettings() throws Exception {
        LastGoodSettings staying = new LastGoodSettings(user);
        Path file = worktree.resolve(".expertd.yml");
        Files.writeString(file, "learning: {per-day: 2}\n");
        assertThat(staying.load(worktree).settings().learning().perDay()).isEqualTo(2);
        Files.writeString(file, "learning: {per-day: two}\n");
        LastGoodSettings.Reading reading = staying.load(worktree);
        assertThat(reading.settings().learning().perDay()).isEqualTo(2);
        assertThat(reading.problems()).hasSize(1);
        assertThatThrownBy(() -> new LastGoodSettings(user).load(worktree)).isInstanceOf(SettingsException.class);
    }

    @Test
    void aFileThatIsNoTextOrTooLargeOrNoFileIsRefused() throws Exception {
        Path file = worktree.resolve(".expertd.yml");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("is no UTF-8 text; save it as UTF-8")
                .doesNotContain("java.");
        Files.writeString(file, "# filler\n".repeat(200_000));
        assertThat(problems()).singleElement().asString().contains("larger than 1 MiB");
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(problems()).singleElement().asString().contains("no regular file");
    }

    @Test
    void aMessageHoldsNothingThatATerminalObeys() throws Exception {
        Files.writeString(worktree.resolve(".expertd.yml"), "references: \"\\e[31mred\\u202E\"\n");
        assertThat(problems())
                .singleElement()
                .asString()
                .doesNotContain("\u001b", "\u202e")
                .contains("[31mred");
        Files.writeString(worktree.resolve(".expertd.yml"), "a: 1\nb: \u0007\n");
        assertThat(problems()).singleElement().asString().endsWith(":2:4: holds a character that YAML forbids: U+0007");
    }

    @Test
    void aThousandMistakesAreNotAllTold() throws Exception {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            many.append("key").append(i).append(": 1\n");
        }
        Files.writeString(user, many);
        assertThat(problems()).hasSize(50);
    }

    private List<Problem> problems() {
        try {
            SettingsLoader.load(user, worktree);
            return List.of();
        } catch (SettingsException e) {
            return e.problems();
        }
    }

    private static Path resource(String name) throws Exception {
        return Path.of(Objects.requireNonNull(SettingsLoaderTest.class.getResource(name), name)
                .toURI());
    }
}
