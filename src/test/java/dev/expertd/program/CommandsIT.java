package dev.expertd.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program by hand. */
class CommandsIT {
    @TempDir
    Path folder;

    private Program program;

    @BeforeEach
    void home() throws Exception {
        program = new Program(Files.createDirectories(folder.resolve("home")));
    }

    @Test
    void learningByHandAddsTheNoteAndPrintsTheReport() {
        TestRepo repo = TestRepo.in(folder.resolve("shop"));
        Program.Result result = program.run(
                repo.root(),
                "learn",
                "tool-handler",
                "failed",
                "-m",
                "`create` raises KeyError when `params` has no `id`: pass an `id` or reject the request");
        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isZero();
        assertThat(result.out())
                .startsWith("## Self-Improve Report: tool-handler\n\n### Outcome: failed\n\n### Learnings Recorded\n")
                .contains("**Issues documented:**\n- `create` raises `KeyError`")
                .contains("### Expertise Updated\n")
                .contains("### Evidence\n");
        assertThat(repo.expertiseText()).contains("(component: tool-handler)");
    }

    @Test
    void aNoteThatLacksSomethingIsToldWhat() {
        TestRepo repo = TestRepo.in(folder.resolve("shop"));
        String before = repo.expertiseText();
        Program.Result result = program.run(repo.root(), "learn", "tool-handler", "failed", "-m", "it went badly");
        assertThat(result.out())
                .contains("the note lacks a symbol, path or error")
                .contains("a cause");
        assertThat(repo.expertiseText()).isEqualTo(before);
    }

    @Test
    void theSameLearnTwiceChangesNoByte() throws Exception {
        TestRepo repo = TestRepo.in(folder.resolve("shop"));
        repo.trace("r1", Map.of("tests/test_a.py::test_a", List.of("ValueError: no")), "tests/test_a.py::test_b");
        assertThat(program.run(repo.root(), "learn", "--json").out()).contains("\"outcome\":\"partial\"");
        byte[] before = Files.readAllBytes(repo.expertise());
        assertThat(program.run(repo.root(), "learn", "--json").out()).isEmpty();
        assertThat(Files.readAllBytes(repo.expertise())).isEqualTo(before);
    }

    @Test
    void aDryRunWritesNoFile() {
        TestRepo repo = TestRepo.in(folder.resolve("shop"));
        String before = repo.expertiseText();
        program.run(
                repo.root(),
                "learn",
                "x",
                "failed",
                "-m",
                "`create` raises KeyError because `id` is optional",
                "--dry-run");
        assertThat(repo.expertiseText()).isEqualTo(before);
    }

    @Test
    void badInputIsOneClearLine() throws Exception {
        Path plain = Files.createDirectories(folder.resolve("plain"));
        assertOneLine(program.run(plain, "learn"), 1, "is in no git repository");
        TestRepo bare = TestRepo.bare(folder.resolve("seed"));
        bare.git("init", "-q", "--bare", "../bare.git");
        assertOneLine(program.run(folder.resolve("bare.git"), "learn"), 1, "bare repository");
        assertOneLine(program.run(plain, "learn", "x", "wonderful"), 2, "success, failed or partial");
        assertOneLine(program.run(plain, "lern"), 2, "lern");
        TestRepo repo = TestRepo.in(folder.resolve("shop"));
        repo.write(".expertd.yml", "learning:\n  per-dya: 3\n  mode: perhaps\n");
        Program.Result broken = program.run(repo.root(), "learn");
        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.err().lines().toList()).hasSize(2);
        assertThat(broken.err())
                .contains(".expertd.yml:2:3: unknown key `learning.per-dya`; did you mean `learning.per-day`?")
                .contains(".expertd.yml:3:9:");
    }

    @Test
    void aRepositoryWithoutAnyExpertSaysHowToMakeOne() {
        TestRepo repo = TestRepo.bare(folder.resolve("empty"));
        repo.write("a.py", "x = 1\n");
        repo.commit("Import");
        assertThat(program.run(repo.root(), "init").out()).contains("expertd init --create NAME");
        assertThat(program.run(
                                repo.root(),
                                "learn",
                                "x",
                                "failed",
                                "-m",
                                "`a.py` fails with a NameError because x is unset: set x before the import")
                        .out())
                .contains("there is no expert to write to");
        assertThat(program.run(repo.root(), "init", "--create", "core", "--command")
                        .out())
                .contains("expert: made");
        assertThat(repo.read(".claude/commands/experts/core/self-improve.md")).contains("expertd learn $1 $2 -e core");
    }

    @Test
    void everyCommandHelpsWithAnExample() {
        for (String command : List.of(
                "init",
                "learn",
                "status",
                "log",
                "report",
                "tests",
                "why",
                "review",
                "undo",
                "backfill",
                "daemon",
                "hooks",
                "merge-driver",
                "uninstall")) {
            Program.Result result = program.run(folder, command, "--help");
            assertThat(result.status()).as(command).isZero();
            assertThat(result.out()).as(command).contains("Example:").contains("expertd " + command);
        }
    }

    @Test
    void testsSaysInOneSentenceThatThereIsNothingToSay() {
        TestRepo repo = TestRepo.in(folder.resolve("shop"));
        program.run(repo.root(), "learn");

        Program.Result result = program.run(repo.root(), "tests");

        assertThat(result.status()).isZero();
        assertThat(result.out().lines()).singleElement().asString().startsWith("no test run was seen here yet");
        assertThat(program.run(repo.root(), "tests", "--json").out()).isEmpty();
    }

    @Test
    void whyTellsALearningsEvidenceAndACommitsSilence() {
        TestRepo repo = TestRepo.in(folder.resolve("shop"));
        program.run(repo.root(), "learn");
        repo.write("app/service.py", "def create(params):\n    return 1\n");
        repo.commit("Tidy up");
        program.run(repo.root(), "learn");
        assertThat(program.run(repo.root(), "why", "HEAD").out())
                .contains("the message has no body that states a cause");
        program.run(
                repo.root(),
                "learn",
                "x",
                "failed",
                "-m",
                "`create` raises KeyError because `id` is optional in `params`");
        int line = repo.expertiseText()
                        .lines()
                        .toList()
                        .indexOf(repo.expertiseText()
                                .lines()
                                .filter(each -> each.contains("raises `KeyError` because"))
                                .findFirst()
                                .orElseThrow())
                + 1;
        assertThat(program.run(repo.root(), "why", TestRepo.EXPERTISE + ":" + line)
                        .out())
                .contains("drafted from: note")
                .contains("state: done");
    }

    @Test
    void wrongUsageNamesTheWholeCommandThatHelps() {
        TestRepo repo = TestRepo.in(folder.resolve("shop"));
        assertOneLine(program.run(repo.root(), "learn", "x", "wonderful"), 2, "see `expertd learn --help`");
        assertOneLine(program.run(repo.root(), "hooks", "mend"), 2, "see `expertd hooks --help`");
        assertOneLine(program.run(repo.root(), "-C", "nowhere", "status"), 2, "there is no folder nowhere");
    }

    @Test
    void statusTellsMistakesInTheSettings() {
        TestRepo repo = TestRepo.in(folder.resolve("shop"));
        repo.write(".expertd.yml", "learning:\n  per-dya: 3\n");
        assertThat(program.run(repo.root(), "status").out())
                .contains("settings refused: ")
                .contains(".expertd.yml:2:3: unknown key `learning.per-dya`");
    }

    @Test
    void whyTellsEachThingOnALineOfItsOwn() {
        TestRepo repo = TestRepo.in(folder.resolve("shop"));
        program.run(repo.root(), "learn");
        assertThat(program.run(repo.root(), "why", "HEAD").out())
                .contains("outcome: none: no run tested it\n")
                .doesNotContain("[");
    }

    private static void assertOneLine(Program.Result result, int status, String words) {
        assertThat(result.status()).as(result.err()).isEqualTo(status);
        assertThat(result.err().lines().toList()).hasSize(1);
        assertThat(result.err()).startsWith("expertd: ").contains(words);
    }

    @Test
    void tracesAreToldByHandWithoutARepository() throws Exception {
        Path bare = Files.createDirectories(folder.resolve("no repository"));
        Files.writeString(
                bare.resolve("a.json"),
                "{\"results\":{\"1\":{\"status\":\"pass\",\"logs\":[]},"
                        + "\"2\":{\"status\":\"fail\",\"logs\":[\"ValueError: no tenant\"]}}}");
        Files.writeString(bare.resolve("b.json"), "not a trace");
        Program.Result told = program.run(bare, "runs", "a.json", "b.json");
        assertThat(told.status()).isZero();
        assertThat(told.out())
                .contains("a.json: eagle, 2 tests: 1 passed, 1 failed, 0 errored, 0 skipped\n")
                .contains("  partial by rule 6: 1 failed, 1 passed\n")
                .contains("ValueError: no tenant")
                .contains("b.json is in no format that expertd knows\n");
        Program.Result listed = program.run(bare, "runs", "b.json", "a.json", "--json");
        assertThat(listed.status()).isZero();
        assertThat(listed.out().lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("\"file\":\"b.json\"", "\"outcome\":\"none\"", "\"reason\":\"b.json is in no format");
        assertThat(listed.out())
                .contains("\"file\":\"a.json\"", "\"headline\":\"ValueError: no tenant\"", "\"scope\":\"COMPLETE\"");
    }

    @Test
    void uninstallingAlsoRemovesHooksThatWereInstalledByHand() {
        TestRepo repo = TestRepo.in(folder.resolve("shop"));
        assertThat(program.run(repo.root(), "hooks", "install").status()).isZero();
        assertThat(hooked(repo)).isTrue();
        assertThat(program.run(folder, "uninstall").out()).contains("post-commit of " + repo.root());
        assertThat(hooked(repo)).isFalse();
    }

    @Test
    void theStatusForMachinesHasKeysOfOneWord() {
        TestRepo repo = TestRepo.in(folder.resolve("shop"));
        program.run(repo.root(), "learn");
        assertThat(program.run(repo.root(), "status", "--json").out())
                .contains("\"enrolled\":false", "\"last_run\":null", "\"commits_waiting\":0", "\"daemon\":false");
    }

    @Test
    void aLessonOfHistoryWaitsForReviewIsWrittenAndTakenBack() {
        TestRepo repo = TestRepo.in(folder.resolve("shop"));
        repo.write("app/service.py", "def create(params, tenant):\n    return {\"id\": params.get(\"id\")}\n");
        repo.commit("""
                fix: create without an id

                create() crashed with a KeyError because batch jobs pass no `id`. Take it with get in create().
                """);
        String lesson = "because batch jobs pass no `id`";
        assertThat(program.run(repo.root(), "backfill", "--since", "HEAD~1").out())
                .contains("drafts queued: 1; `expertd review` decides");
        assertThat(repo.expertiseText()).doesNotContain(lesson);
        String listed = program.run(repo.root(), "review").out();
        assertThat(listed).contains(lesson).contains("from history: waits for review");

        String id = listed.substring(0, 10);
        assertThat(program.run(repo.root(), "review", "--accept", id).out()).startsWith("written: " + id);
        assertThat(repo.expertiseText()).containsOnlyOnce(lesson);
        assertThat(program.run(repo.root(), "review").out()).isEqualTo("Nothing waits for review.\n");

        assertThat(program.run(repo.root(), "undo", lesson).out()).startsWith("undone: " + id);
        assertThat(repo.expertiseText()).doesNotContain(lesson);
        assertThat(program.run(repo.root(), "undo", id).out()).startsWith("undone already: " + id);
    }

    @Test
    void whyUnderstandsRevisionsAsGitWritesThem() {
        TestRepo repo = TestRepo.in(folder.resolve("shop"));
        program.run(repo.root(), "learn");
        repo.git("commit", "-q", "--allow-empty", "-m", "first");
        repo.git("commit", "-q", "--allow-empty", "-m", "second");
        program.run(repo.root(), "learn");
        assertThat(program.run(repo.root(), "why", "HEAD~1").out())
                .contains(repo.git("rev-parse", "HEAD~1").strip());
    }

    /** As a file or, with a newer git, in the configuration. */
    private static boolean hooked(TestRepo repo) {
        return Files.exists(repo.root().resolve(".git/hooks/post-commit"))
                || repo.read(".git/config").contains("[hook \"expertd\"]");
    }
}
