package dev.expertd.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Commit;
import dev.expertd.model.FileChange;
import org.junit.jupiter.api.Test;

/** What both ways of reading say of the difference between any two commits. */
class DifferingContractTest extends ReaderContract {
    DifferingContractTest(GitReaders.Way way) {
        super(way);
    }

    @Test
    void aRenameIsADeletionAndAnAddition() {
        String first =
                repo.commit("root").with("a.py", "one\n").with("b.py", "two\n").id();
        String second = repo.commit("move")
                .renaming("a.py", "c.py")
                .with("b.py", "three\n")
                .id();
        try (GitReader git = open()) {
            assertThat(git.differing(first, second))
                    .containsExactly(
                            new FileChange(FileChange.Kind.DELETED, "a.py", "a.py"),
                            new FileChange(FileChange.Kind.MODIFIED, "b.py", "b.py"),
                            new FileChange(FileChange.Kind.ADDED, "c.py", "c.py"));
            assertThat(git.differing("", first)).extracting(FileChange::path).containsExactly("a.py", "b.py");
            assertThat(git.differing("0".repeat(40), first)).isEmpty();
        }
    }

    @Test
    void aCommitAloneIsTheSameWithoutItsFiles() {
        String id = repo.commit("root").with("a.py", "one\n").id();
        try (GitReader git = open()) {
            Commit whole = git.commit(id).orElseThrow();
            Commit alone = git.commitAlone(id).orElseThrow();
            assertThat(alone.files()).isEmpty();
            assertThat(alone.message()).isEqualTo(whole.message());
            assertThat(alone.committed()).isEqualTo(whole.committed());
        }
    }
}
