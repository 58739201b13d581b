package dev.expertd.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.cli.house.StandardTerminal;
import dev.expertd.program.TestRepo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What installing the merge driver writes, and that uninstalling leaves every byte as it was. */
class MergeDriverTest {
    private static final String USUAL = "/.claude/commands/experts/*/expertise.md merge=expertd";

    @TempDir
    Path folder;

    private TestRepo repo;
    private Path config;
    private Path attributes;

    @BeforeEach
    void repository() {
        repo = TestRepo.in(folder.resolve("shop"));
        config = repo.root().resolve(".git/config");
        attributes = repo.root().resolve(".git/info/attributes");
    }

    private record Result(int status, String out, String err) {}

    private Result run(String... arguments) {
        return in(repo.root(), arguments);
    }

    private Result in(Path where, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(
                Stream.concat(Stream.of("-C", where.toString()), Stream.of(arguments))
                        .toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of("HOME", folder.resolve("home").toString()),
                new StandardTerminal());
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsInstalledIsToldAndSharedAndTakenOutAgain() throws Exception {
        byte[] before = Files.readAllBytes(config);
        assertThat(attributes).doesNotExist();
        assertThat(run("merge-driver", "status").out())
                .contains("config: not installed; `expertd merge-driver install` does it")
                .contains("file: " + TestRepo.EXPERTISE + ": merged as git merges every file");
        Result installed = run("merge-driver", "install");
        assertThat(installed.err()).isEmpty();
        assertThat(installed.out())
                .contains("driver: \"if test -x ")
                .contains("attributes: " + USUAL + " in ")
                .contains("file: " + TestRepo.EXPERTISE + ": merged by expertd")
                .contains("commit these lines in .gitattributes")
                .contains("  " + USUAL);
        assertThat(repo.git("config", "merge.expertd.driver")).contains("merge-driver merge --base=%O");
        assertThat(repo.git("status", "--porcelain")).isEmpty();
        byte[] once = Files.readAllBytes(config);
        run("merge-driver", "install");
        assertThat(config).as("twice is once").hasBinaryContent(once);
        assertThat(run("merge-driver", "uninstall").out()).contains(config.toString(), attributes.toString());
        assertThat(config).hasBinaryContent(before);
        assertThat(attributes).doesNotExist();
        assertThat(run("merge-driver", "uninstall").out()).isEqualTo("merge driver: was not installed\n");
    }

    @Test
    void whatOthersWroteStaysByteForByte() throws Exception {
        Files.createDirectories(attributes.getParent());
        Files.writeString(attributes, "*.png binary\r\n# mine\r\n*.x text");
        Files.writeString(config, Files.readString(config) + "[alias]\n\tx = status # no line end");
        byte[] configBefore = Files.readAllBytes(config);
        byte[] attributesBefore = Files.readAllBytes(attributes);
        run("merge-driver", "install");
        assertThat(repo.git("config", "alias.x").strip()).isEqualTo("status");
        assertThat(repo.git("check-attr", "text", "a.x")).contains("text: set");
        run("merge-driver", "uninstall");
        assertThat(config).hasBinaryContent(configBefore);
        assertThat(attributes).hasBinaryContent(attributesBefore);
    }

    @Test
    void whatOthersWriteAfterwardsStays() throws Exception {
        String before = Files.readString(config);
        run("merge-driver", "install");
        repo.git("config", "merge.expertd.recursive", "text");
        repo.git("config", "alias.x", "status");
        Files.writeString(attributes, Files.readString(attributes) + "*.png binary\n");
        run("merge-driver", "install");
        assertThat(repo.git("config", "merge.expertd.recursive").strip()).isEqualTo("text");
        run("merge-driver", "uninstall");
        assertThat(Files.readString(config))
                .isEqualTo(before + "[merge \"expertd\"]\n\trecursive = text\n[alias]\n\tx = status\n");
        assertThat(attributes).hasContent("*.png binary");
    }

    @Test
    void aDriverThatThisTeamChoseIsLeftAlone() {
        repo.write(".gitattributes", "*.md merge=union\n");
        Result installed = run("merge-driver", "install");
        assertThat(installed.out()).contains(TestRepo.EXPERTISE + ": left alone, since .gitattributes");
        assertThat(repo.git("check-attr", "merge", TestRepo.EXPERTISE)).contains("merge: union");
    }

    @Test
    void aSectionThatIsNotOursIsRefusedInOneLine() throws Exception {
        repo.git("config", "merge.expertd.driver", "true");
        byte[] before = Files.readAllBytes(config);
        Result refused = run("merge-driver", "install");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err().lines()).singleElement().asString().contains("git config --remove-section");
        assertThat(config).hasBinaryContent(before);
        run("merge-driver", "uninstall");
        assertThat(config).hasBinaryContent(before);
    }

    @Test
    void aLockOfGitsIsRespected() throws Exception {
        Path lock = Files.createFile(config.resolveSibling("config.lock"));
        byte[] before = Files.readAllBytes(config);
        Result refused = run("merge-driver", "install");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("is being changed by git; try again");
        assertThat(config).hasBinaryContent(before);
        assertThat(lock).exists();
    }

    @Test
    void aConfigurationBehindALinkStaysThere() throws Exception {
        Path elsewhere = folder.resolve("config-elsewhere");
        Files.move(config, elsewhere);
        Files.createSymbolicLink(config, elsewhere);
        byte[] before = Files.readAllBytes(elsewhere);
        run("merge-driver", "install");
        assertThat(config).isSymbolicLink();
        assertThat(Files.readString(elsewhere)).contains("[merge \"expertd\"]");
        run("merge-driver", "uninstall");
        assertThat(elsewhere).hasBinaryContent(before);
    }

    @Test
    void aFileWithAnyNameIsMatched() {
        String name = "docs/what we \"learned\" [now]* \u00fcber\u00b2.md";
        repo.write(name, "# Lessons\n\n- one\n");
        repo.write(".expertd.yml", "experts:\n  - name: lessons\n    file: '" + name + "'\n    format: list\n");
        Result installed = run("merge-driver", "install");
        assertThat(installed.err()).isEmpty();
        assertThat(installed.out()).contains("file: " + name + ": merged by expertd");
        assertThat(repo.git("check-attr", "merge", "docs/what we learned n.md")).contains("unspecified");
    }

    @Test
    void aLinkedWorktreeHasItToo() {
        Path linked = folder.resolve("linked");
        repo.git("worktree", "add", "-q", linked.toString());
        in(linked, "merge-driver", "install");
        assertThat(config).content().contains("[merge \"expertd\"]");
        assertThat(in(linked, "merge-driver", "status").out()).contains(TestRepo.EXPERTISE + ": merged by expertd");
        assertThat(run("merge-driver", "status").out()).contains(TestRepo.EXPERTISE + ": merged by expertd");
    }

    @Test
    void leavingTakesItOutOfEveryRepository() throws Exception {
        byte[] before = Files.readAllBytes(config);
        run("merge-driver", "install");
        Result left = run("uninstall");
        assertThat(left.out()).contains("merge driver of " + repo.root() + ": removed from " + config);
        assertThat(config).hasBinaryContent(before);
        assertThat(attributes).doesNotExist();
    }
}
