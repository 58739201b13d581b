package dev.expertd.expertise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.expertd.config.Settings;
import dev.expertd.config.SettingsLoader;
import dev.expertd.model.Expert;
import dev.expertd.model.ExpertView;
import dev.expertd.model.Section;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files of a work tree are experts, and what is said of those that are not. */
class ExpertFinderTest {
    private static final String FILE = "# Expertise\n\n## Learnings\n\n### tips\n- One\n";

    @TempDir
    private Path root;

    @Test
    void expertsOfAllFoldersAreExpertsTogether() throws Exception {
        put(".claude/commands/experts/backend/expertise.md", FILE);
        put(".claude/commands/experts/db/expertise.yaml", "tips:\n  - \"One\"\n");
        put(".claude/experts/api/expertise.yml", "patterns: []\n");
        put(".claude/experts/web.md", FILE);
        put("experts/infra.md", FILE);
        put("experts/gating.md", "# Mixture of experts\n\nHow tokens are routed.\n");
        put("experts/README.md", FILE);
        put("LEARNINGS.md", "- One\n");
        ExpertFinder.Found found = find();
        assertThat(found.experts())
                .extracting(view -> view.expert().name(), view -> view.expert().format())
                .containsExactlyInAnyOrder(
                        tuple("backend", Expert.Format.SECTIONS),
                        tuple("db", Expert.Format.YAML),
                        tuple("api", Expert.Format.YAML),
                        tuple("web", Expert.Format.SECTIONS),
                        tuple("infra", Expert.Format.SECTIONS));
        assertThat(found.notes())
                .anyMatch(note -> note.startsWith("experts/gating.md is not used"))
                .anyMatch(note -> note.startsWith("LEARNINGS.md is not used, since there are experts"));
    }

    @Test
    void twoExpertsOfOneNameAreToldApart() throws Exception {
        put(".claude/commands/experts/backend/expertise.md", FILE);
        put(".claude/experts/backend.md", FILE);
        assertThat(find().experts()).extracting(view -> view.expert().name()).containsExactly("backend", "backend-2");
        assertThat(find().notes()).anyMatch(note -> note.contains("is called backend-2"));
    }

    @Test
    void oneListIsUsedAndTheOthersAreNamed() throws Exception {
        put("docs/LEARNINGS.md", "# Learnings\n\n- One\n");
        put("tasks/lessons.md", "- Two\n");
        put("CLAUDE.md", "# Rules\n\n- rule\n");
        assertThat(find().experts())
                .extracting(view -> view.expert().file(), view -> view.expert().format())
                .containsExactly(tuple("docs/LEARNINGS.md", Expert.Format.LIST));
        assertThat(find().notes())
                .anyMatch(note -> note.startsWith("tasks/lessons.md is not used"))
                .anyMatch(note -> note.startsWith("CLAUDE.md is not used: it has no heading"));
    }

    @Test
    void thePartOfALargerFileIsAnExpertOfThatPartAlone() throws Exception {
        put("AGENTS.md", "# Rules\n\n- rule\n\n## Learnings\n\n- One\n\n## Style\n\n- tabs\n");
        Files.createSymbolicLink(root.resolve("CLAUDE.md"), Path.of("AGENTS.md"));
        ExpertView view = find().experts().get(0);
        assertThat(view.expert().file()).isEqualTo("AGENTS.md");
        assertThat(view.expert().format()).isEqualTo(Expert.Format.PART);
        assertThat(view.bulletsOf(Section.TIPS)).containsExactly("One");
        assertThat(find().notes()).containsExactly("CLAUDE.md is not used: it is a link to AGENTS.md");
    }

    @Test
    void whatCannotBeUsedHasAReasonEach(@TempDir Path elsewhere) throws Exception {
        Files.createDirectories(root.resolve(".claude/commands/experts/folder/expertise.md"));
        put(".claude/commands/experts/bare/self-improve.md", "x");
        put(".claude/commands/experts/binary/expertise.md", "a\0b");
        put(".claude/commands/experts/broken/expertise.yaml", "a: b: c\n");
        put(".claude/commands/experts/latin/expertise.yaml", "");
        Files.write(
                root.resolve(".claude/commands/experts/latin/expertise.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE4});
        Files.writeString(elsewhere.resolve("expertise.md"), FILE);
        Files.createSymbolicLink(root.resolve(".claude/commands/experts/out"), elsewhere);
        Files.createDirectories(root.resolve(".claude/commands/experts/gone"));
        Files.createSymbolicLink(root.resolve(".claude/commands/experts/gone/expertise.md"), Path.of("nowhere"));
        ExpertFinder.Found found = find();
        assertThat(found.experts()).isEmpty();
        assertThat(found.problems())
                .anyMatch(problem -> problem.contains("binary") && problem.contains("UTF-8"))
                .anyMatch(problem -> problem.contains("broken") && problem.contains("line 1"))
                .anyMatch(problem -> problem.contains("latin") && problem.contains("UTF-8"))
                .anyMatch(problem -> problem.contains("out") && problem.contains("leads out"))
                .hasSize(4);
        assertThat(found.notes())
                .anyMatch(note -> note.contains("folder/expertise.md is no file"))
                .anyMatch(note -> note.contains("bare has commands of an expert"));
    }

    @Test
    void theCommandsOfAnExpertMayLieElsewhereThanItsFile() throws Exception {
        put(".claude/commands/experts/backend/self-improve.md", "x");
        put(".claude/experts/backend.md", FILE);
        assertThat(find().experts()).extracting(view -> view.expert().name()).containsExactly("backend");
        assertThat(find().notes()).isEmpty();
    }

    @Test
    void tenThousandEntriesAreBounded() throws Exception {
        Path folder = Files.createDirectories(root.resolve("experts"));
        for (int i = 0; i < 10_000; i++) {
            Files.createFile(folder.resolve(i + ".md"));
        }
        assertThat(find().experts()).isEmpty();
        assertThat(find().notes()).contains("experts has 10000 entries; the first 1000 are looked at");
    }

    private ExpertFinder.Found find() throws Exception {
        Settings settings = SettingsLoader.load(root.resolve("none.yml"), root);
        return ExpertFinder.find(root, settings);
    }

    private void put(String file, String text) throws Exception {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
