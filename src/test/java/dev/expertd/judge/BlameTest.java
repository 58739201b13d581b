package dev.expertd.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.Commit;
import dev.expertd.model.Failure;
import dev.expertd.model.FileChange;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlameTest {
    private static final Failure FAILURE = new Failure(
            "E", "boom", "  File \"app/orders.py\", line 2, in total\n  File \"app/tenant.py\", line 9, in fee");

    @Test
    void theCommitThatTouchedMostOfTheStackComesFirst() {
        assertThat(Blame.ranked(
                        List.of(commit("a", "x.py"), commit("b", "app/orders.py"), commit("c", "y.py")), FAILURE))
                .extracting(Commit::id)
                .containsExactly("b", "c", "a");
        assertThat(Blame.ranked(
                        List.of(commit("a", "app/orders.py", "app/tenant.py"), commit("b", "app/orders.py")), FAILURE))
                .extracting(Commit::id)
                .containsExactly("a", "b");
    }

    @Test
    void withoutAStackTheNewestComesFirst() {
        assertThat(Blame.ranked(List.of(commit("a", "x.py"), commit("b", "y.py")), new Failure("", "boom", "")))
                .extracting(Commit::id)
                .containsExactly("b", "a");
    }

    private static Commit commit(String id, String... paths) {
        return new Commit(
                id,
                List.of(),
                "ada@example.org",
                OffsetDateTime.parse("2026-01-05T09:00:00Z"),
                Instant.EPOCH,
                "wip",
                List.of(paths).stream().map(BlameTest::change).toList());
    }

    private static FileChange change(String path) {
        return new FileChange(FileChange.Kind.MODIFIED, path, path);
    }
}
