package dev.expertd.daemon.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.program.TestRepo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line in git's configuration, run by git, with a program that is missing, fails, or says what it did. */
class DriverLineTest {
    private static final String FILE = "experts/$(touch oops) 'a' \"b\" %A;.md";

    @TempDir
    Path folder;

    private TestRepo repo;
    private Path program;

    @BeforeEach
    void repository() throws Exception {
        repo = TestRepo.bare(folder.resolve("shop"));
        program = Files.createDirectories(folder.resolve("it's 100% \"mine\" $HOME\\n"))
                .resolve("expertd");
        repo.write(FILE, "# Lessons\n\n- one\n");
        repo.commit("Import");
        repo.git("checkout", "-q", "-b", "side");
        repo.write(FILE, "# Lessons\n\n- one\n- theirs\n");
        repo.commit("Theirs");
        repo.git("checkout", "-q", "main");
        repo.write(FILE, "# Lessons\n\n- one\n- ours\n");
        repo.commit("Ours");
        new MergeDriver(repo.root(), repo.root().resolve(".git"))
                .install(List.of(program.toString(), "a b"), List.of(FILE));
    }

    private void program(String body) throws Exception {
        Files.writeString(
                program, "#!/bin/sh\nprintf '%s\\n' \"$@\" > '" + folder.resolve("told") + "'\n" + body + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String merged() {
        try {
            repo.git("merge", "-q", "side");
            return "clean\n" + repo.read(FILE);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("CONFLICT");
            return "conflict\n" + repo.read(FILE);
        } finally {
            assertThat(repo.root().resolve("oops")).doesNotExist();
        }
    }

    @Test
    void withoutTheProgramGitMergesAsEver() {
        assertThat(merged())
                .startsWith("conflict\n")
                .contains("<<<<<<< ours\n- ours\n=======\n- theirs\n>>>>>>> theirs\n");
    }

    @Test
    void aProgramThatFailsOrDiesLeavesTheMergeToGit() throws Exception {
        program("kill -9 $$");
        assertThat(merged())
                .startsWith("conflict\n")
                .contains("<<<<<<< ours\n- ours\n=======\n- theirs\n>>>>>>> theirs\n");
        repo.git("merge", "--abort");
        program("exit 1");
        assertThat(merged()).startsWith("conflict\n").contains("<<<<<<< ours\n");
    }

    @Test
    void whatTheProgramMergedIsTaken() throws Exception {
        program("for each; do case $each in --ours=*) printf 'merged\\n' > \"${each#--ours=}\";; esac; done");
        assertThat(merged()).isEqualTo("clean\nmerged\n");
        assertThat(Files.readString(folder.resolve("told")))
                .startsWith("a b\nmerge-driver\nmerge\n--base=.merge_file_")
                .contains("--marker-size=7\n--path=" + FILE + "\n");
    }

    @Test
    void markersThatTheProgramWroteAreAConflict() throws Exception {
        program("for each; do case $each in --ours=*) printf 'markers\\n' > \"${each#--ours=}\";; esac; done; exit 3");
        assertThat(merged()).isEqualTo("conflict\nmarkers\n");
    }
}
