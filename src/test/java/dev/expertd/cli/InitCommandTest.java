package dev.expertd.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What init writes into the work tree when it is asked to. */
class InitCommandTest {
    private static final String FILE = "# Expertise\n\n## Learnings\n\n### tips\n- One\n";

    @TempDir
    private Path folder;

    @Test
    void commandsLieWhereTheyAreLookedForWhateverKindTheirExpertIs() throws Exception {
        Shop shop = Shop.in(folder);
        put(shop, ".claude/experts/api.md");
        put(shop, "experts/infra.md");
        shop.run("init", "--command");
        for (String name : new String[] {"backend", "api", "infra"}) {
            assertThat(shop.repo().root().resolve(".claude/commands/experts/" + name + "/self-improve.md"))
                    .content()
                    .contains("-e " + name + " ");
        }
        assertThat(shop.repo().root().resolve(".claude/experts/self-improve.md"))
                .doesNotExist();
        assertThat(shop.run("init").out())
                .contains("expert: api in .claude/experts/api.md")
                .doesNotContain("expert: self-improve")
                .doesNotContain("has commands of an expert and no");
    }

    @Test
    void anExpertWhoseNameIsNoNameOfACommandGetsNone() throws Exception {
        Shop shop = Shop.in(folder);
        put(shop, "elsewhere/infra.md");
        Files.writeString(
                shop.repo().root().resolve(".expertd.yml"),
                "experts:\n  - name: \"../../infra; x\"\n    file: elsewhere/infra.md\n");
        assertThat(shop.run("init", "--command").out()).contains("command: none for elsewhere/infra.md");
        assertThat(shop.repo().root().resolve(".claude/infra; x")).doesNotExist();
    }

    private static void put(Shop shop, String file) throws Exception {
        Path path = shop.repo().root().resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, FILE);
    }
}
