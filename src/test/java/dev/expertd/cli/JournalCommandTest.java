package dev.expertd.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalCommandTest {
    @TempDir
    private Path folder;

    @Test
    void everythingKnownIsGivenOutAsOneObjectForEachRow() {
        Shop shop = Shop.in(folder);
        assertThat(shop.run("init").status()).isZero();
        shop.learns();
        shop.repo().write("trace_logs.json", "{\"run_id\": \"1\", \"results\": {\"t\": {\"status\": \"pass\"}}}");
        shop.fix().learns();

        Shop.Result result = shop.run("journal", "export");

        assertThat(result.status()).as(result.err()).isZero();
        List<String> types = result.out()
                .lines()
                .map(line -> line.replaceAll("^\\{\"type\":\"([a-z_]+)\".*\\}$", "$1"))
                .distinct()
                .toList();
        assertThat(types)
                .containsSubsequence(
                        "repository", "tip", "commit", "trace", "run", "test", "verdict", "act", "learning");
        assertThat(result.out())
                .contains("\"evidence_commits\":[\"")
                .contains(Shop.LESSON.substring(0, 20))
                .doesNotContain("\u001f");
    }

    @Test
    void ofAnotherRepositoryNothingIsGivenOut() throws IOException {
        Shop shop = Shop.in(folder);
        assertThat(shop.run("init").status()).isZero();
        shop.fix().learns();
        Path other = folder.resolve("other");
        dev.expertd.git.GitFixture.init(other);
        assertThat(shop.run("journal", "export", "--repository", other.toString())
                        .out())
                .isEmpty();
    }

    @Test
    void pruningByHandTellsWhatWent() {
        Shop shop = Shop.in(folder);
        assertThat(shop.run("init").status()).isZero();
        assertThat(shop.run("journal", "prune").out()).startsWith("journal: verdicts of 0 runs and 0 other rows went");
    }
}
