package dev.expertd.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Status tells what is not well, why, and what mends it. */
class StatusCommandTest {
    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void enrolled() {
        shop = Shop.in(folder);
        assertThat(shop.run("init").status()).isZero();
        shop.learns();
    }

    @Test
    void commitsThatNobodyLookedAtAreToldWithTheirAge() {
        shop.fix(); // made in the past of the fixture's clock
        assertThat(status())
                .contains("lag: 1 commits not seen yet, the oldest since ")
                .contains("problem: lag: 1 commit was not looked at yet, the oldest made ")
                .contains("`expertd daemon start`");
        shop.learns();
        assertThat(status()).contains("lag: none").doesNotContain("problem: lag");
    }

    @Test
    void aTraceThatWasNeverSeenIsToldWithTheLineOfTheRunner() {
        assertThat(status()).contains("problem: trace: none was ever seen").contains("`traces:` in .expertd.yml");
        shop.repo().write("pytest.ini", "[pytest]\n");
        assertThat(status()).contains("`pytest --junitxml=reports/junit.xml`");
    }

    @Test
    void whoStandsElsewhereIsToldCommandsThatSayWhere() {
        String here = shop.run("status").out();
        assertThat(here).contains("`expertd init` tells the line").doesNotContain("`expertd -C");
        String elsewhere = shop.runAt(folder, "status").out();
        assertThat(elsewhere).contains("`expertd -C " + shop.repo().root() + " init` tells the line");
    }

    @Test
    void linesThatWereLearnedAreNoReferencesThatDoNotHold() {
        shop.fix().learns();
        shop.repo().commit("Learnings").touching("app/other.py").id();
        shop.learns();
        assertThat(shop.read(Shop.BACKEND)).contains(Shop.LESSON);
        assertThat(shop.run("refs").out()).contains("exact").doesNotContainPattern("moved|gone|ambiguous");
        assertThat(status()).doesNotContain("do not hold");
    }

    @Test
    void tenCommitsWithoutAnyRunAreTold() {
        shop.repo().write("trace_logs.json", "{\"run_id\": \"1\", \"results\": {\"t\": {\"status\": \"pass\"}}}");
        shop.learns();
        for (int i = 0; i < 9; i++) {
            commit(i);
        }
        shop.learns();
        assertThat(status()).doesNotContain("problem: runs");
        commit(9);
        shop.learns();
        assertThat(status())
                .contains("problem: runs: none of the last 10 commits has one")
                .contains("the last one was seen");
        assertThat(shop.run("status", "--json").out()).contains("\"without_runs\":true");
    }

    @Test
    void thirtyActsThatTaughtNothingAreToldWithTheirCommonestReasons() {
        for (int i = 0; i < 30; i++) {
            commit(i);
        }
        shop.learns();
        assertThat(status())
                .contains("problem: learning: the last 30 acts taught nothing (")
                .contains("times: ");
        shop.fix().learns();
        assertThat(status()).doesNotContain("problem: learning");
    }

    @Test
    void aRebaseThatWasLeftIsToldWithTheCommandThatEndsIt() throws IOException {
        Path marks = Files.createDirectories(shop.repo().root().resolve(".git/rebase-merge"));
        assertThat(status()).doesNotContain("a rebase was begun");
        Files.setLastModifiedTime(marks, FileTime.from(Instant.now().minus(3, ChronoUnit.DAYS)));
        assertThat(status())
                .contains("problem: git: a rebase was begun and left 3 days ago")
                .contains("rebase --continue` or `--abort`");
    }

    @Test
    void anExpertiseFileThatCannotBeWrittenIsToldBeforeALineWaits() {
        Path file = shop.repo().root().resolve(Shop.BACKEND);
        assertThat(file.toFile().setWritable(false)).isTrue();
        assertThat(status())
                .contains("problem: " + Shop.BACKEND + ": is read-only")
                .contains("`chmod u+w ");
        assertThat(file.toFile().setWritable(true)).isTrue();
        assertThat(status()).doesNotContain("is read-only");
    }

    @Test
    void settingsThatCannotBeReadHideNoRepository() throws IOException {
        Path settings = folder.resolve("home/.config/expertd/config.yml");
        Files.writeString(settings, Files.readString(settings) + "\nsweep-secnds: 3\n");
        Shop.Result result = shop.run("status");
        assertThat(result.status()).isZero();
        assertThat(result.out())
                .contains("problem: settings refused: " + settings)
                .contains("did you mean `sweep-seconds`?")
                .contains(shop.repo().root().toString());
    }

    @Test
    void everyProblemEndsWithWhatMendsIt() {
        shop.fix();
        assertThat(status().lines().filter(line -> line.contains("problem: ")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("; "));
    }

    private void commit(int number) {
        shop.repo()
                .commit("Step " + number)
                .with("app/step.py", "x = " + number + "\n")
                .id();
    }

    private String status() {
        Shop.Result result = shop.run("status");
        assertThat(result.status()).as(result.err()).isZero();
        return result.out();
    }
}
