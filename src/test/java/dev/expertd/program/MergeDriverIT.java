package dev.expertd.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The merge driver of the packaged program, run by the real git. */
class MergeDriverIT {
    private static final String FILE = TestRepo.EXPERTISE;
    private static final String LAST = "- `trace_logs.json` holds the last run\n";

    @TempDir
    Path folder;

    private TestRepo repo;
    private String base;

    @BeforeEach
    void twoBranches() throws Exception {
        repo = TestRepo.in(folder.resolve("a shop"));
        base = repo.expertiseText();
    }

    private void install() throws Exception {
        Program program = new Program(Files.createDirectories(folder.resolve("home")));
        Program.Result result = program.run(repo.root(), "merge-driver", "install");
        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isZero();
    }

    /** Branch {@code side} holds the one text, {@code main} the other, each in a commit. */
    private void branches(String file, String ours, String theirs) {
        repo.git("checkout", "-q", "-b", "side");
        repo.write(file, theirs);
        repo.commit("Theirs");
        repo.git("checkout", "-q", "main");
        repo.write(file, ours);
        repo.commit("Ours");
    }

    private String ours() {
        return base.replace(LAST, LAST + "- ours\n- both\n").replace("2025-12-01T00:00:00", "2026-01-01T08:00:00");
    }

    private String theirs() {
        return base.replace(LAST, LAST + "- both\n- theirs\n").replace("2025-12-01T00:00:00", "2026-02-02T08:00:00");
    }

    private String union() {
        return base.replace(LAST, LAST + "- ours\n- both\n- theirs\n")
                .replace("2025-12-01T00:00:00", "2026-02-02T08:00:00");
    }

    @Test
    void mergingTakesTheLearningsOfBoth() throws Exception {
        branches(FILE, ours(), theirs());
        assertThatThrownBy(() -> repo.git("merge", "-q", "side")).hasMessageContaining("CONFLICT");
        repo.git("merge", "--abort");
        install();
        repo.git("merge", "-q", "side");
        assertThat(repo.expertiseText()).isEqualTo(union());
        assertThat(repo.git("status", "--porcelain")).isEmpty();
    }

    @Test
    void rebasingTakesTheLearningsOfBoth() throws Exception {
        branches(FILE, ours(), theirs());
        repo.git("checkout", "-q", "side");
        repo.write(FILE, theirs().replace("- theirs\n", "- theirs\n- more\n"));
        repo.commit("More");
        install();
        repo.git("rebase", "-q", "main");
        assertThat(repo.expertiseText()).isEqualTo(union().replace("- theirs\n", "- theirs\n- more\n"));
        assertThat(repo.git("rev-list", "--count", "main..side").strip()).isEqualTo("2");
    }

    @Test
    void cherryPickingTakesTheLearningsOfBoth() throws Exception {
        branches(FILE, ours(), theirs());
        install();
        repo.git("cherry-pick", "side");
        assertThat(repo.expertiseText()).isEqualTo(union());
    }

    @Test
    void aFileThatBothBranchesMadeIsMerged() throws Exception {
        String other = ".claude/commands/experts/front end/expertise.md";
        branches(other, ours(), theirs());
        install();
        repo.git("merge", "-q", "side");
        assertThat(repo.read(other)).isEqualTo(union());
    }

    @Test
    void branchesThatMergedEachOtherMergeAgain() throws Exception {
        branches(FILE, ours(), theirs());
        install();
        String ours = repo.git("rev-parse", "main").strip();
        repo.git("merge", "-q", "side");
        repo.write(FILE, repo.expertiseText().replace("- theirs\n", "- theirs\n- on main\n"));
        repo.commit("On main");
        repo.git("checkout", "-q", "side");
        repo.git("merge", "-q", ours);
        String side = repo.expertiseText();
        assertThat(side).contains("- theirs\n- ours\n");
        repo.write(FILE, side.replace("- ours\n", "- ours\n- on side\n"));
        repo.commit("On side");
        repo.git("checkout", "-q", "main");
        repo.git("merge", "-q", "side");
        assertThat(repo.expertiseText()).containsOnlyOnce("- on main\n").containsOnlyOnce("- on side\n");
    }

    @Test
    void proseIsMergedByGitBesideTheLearnings() throws Exception {
        branches(
                FILE,
                ours().replace("# Backend expertise", "# Backend"),
                theirs().replace("> **Sources**: `app/service.py`", "> **Sources**: `app/`"));
        install();
        repo.git("merge", "-q", "side");
        assertThat(repo.expertiseText())
                .isEqualTo(union().replace("# Backend expertise", "# Backend")
                        .replace("> **Sources**: `app/service.py`", "> **Sources**: `app/`"));
    }

    @Test
    void aConflictInProseIsTheOneThatGitLeaves() throws Exception {
        branches(
                FILE,
                ours().replace("`app/service.py`", "`app/a.py`"),
                theirs().replace("`app/service.py`", "`app/b.py`"));
        for (String style : new String[] {"merge", "zdiff3"}) {
            repo.git("config", "merge.conflictStyle", style);
            assertThatThrownBy(() -> repo.git("merge", "side")).hasMessageContaining("CONFLICT");
            String without = markers(repo.expertiseText());
            repo.git("merge", "--abort");
            install();
            assertThatThrownBy(() -> repo.git("merge", "side")).hasMessageContaining("CONFLICT (content)");
            assertThat(markers(repo.expertiseText())).isEqualTo(without).contains("<<<<<<< HEAD\n", ">>>>>>> side\n");
            assertThat(repo.git("status", "--porcelain")).isEqualTo("UU " + FILE + "\n");
            repo.git("merge", "--abort");
            new Program(folder.resolve("home")).run(repo.root(), "merge-driver", "uninstall");
        }
    }

    /** What git calls the base is told to drivers only since 2.44. */
    private static String markers(String text) {
        return text.replaceAll("(?m)^\\|{7} .*$", "|||||||");
    }

    @Test
    void aConflictWhileRebasingIsContinuedAsEver() throws Exception {
        branches(
                FILE,
                ours().replace("`app/service.py`", "`app/a.py`"),
                theirs().replace("`app/service.py`", "`app/b.py`"));
        install();
        repo.git("checkout", "-q", "side");
        assertThatThrownBy(() -> repo.git("rebase", "main")).hasMessageContaining("CONFLICT (content)");
        assertThat(repo.expertiseText())
                .contains("<<<<<<< HEAD\n", "`app/a.py`", "`app/b.py`", "- ours\n", "- theirs\n");
        repo.git("rebase", "--abort");
        repo.git("checkout", "-q", "main");
        assertThatThrownBy(() -> repo.git("cherry-pick", "side")).hasMessageContaining("CONFLICT (content)");
        repo.git("cherry-pick", "--abort");
        assertThat(repo.git("status", "--porcelain")).isEmpty();
    }

    @Test
    void aListFileWithSpacesInItsNameIsMerged() throws Exception {
        String file = "docs/what we've learned.md";
        repo.write(".expertd.yml", "experts:\n  - name: lessons\n    file: \"" + file + "\"\n    format: list\n");
        repo.write(file, "# Lessons\n\n* one\n");
        repo.commit("Lessons");
        branches(file, "# Lessons\n\n* one\n* ours\n", "# Lessons\n\n* one\n* theirs\n");
        install();
        repo.git("merge", "-q", "side");
        assertThat(repo.read(file)).isEqualTo("# Lessons\n\n* one\n* ours\n* theirs\n");
    }
}
