package dev.expertd.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.LearningState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A journal of each older version is brought up to this one with all its rows, and a copy of it is put aside before. */
class MigrationTest {
    private static final String REPO = "repo";

    @TempDir
    private Path folder;

    static Stream<Integer> olderVersions() {
        return IntStream.range(1, Schema.VERSIONS.size()).boxed();
    }

    @ParameterizedTest
    @MethodSource("olderVersions")
    void theRowsOfEveryOlderVersionAreFoundAgain(int version) throws Exception {
        Path file = old(version);
        try (Journal journal = Journal.open(file)) {
            assertThat(journal.commits().find(REPO, "c1").orElseThrow().state()).isEqualTo(CommitState.JUDGED);
            assertThat(journal.runs().find(REPO, "r1").orElseThrow().boundTo()).isEqualTo("c1");
            assertThat(journal.learnings().find(REPO, "l1").orElseThrow().state())
                    .isEqualTo(LearningState.DONE);
            assertThat(journal.acts().find(REPO, "a1")).isPresent();
            assertThat(journal.checkpoints().tips(REPO)).containsEntry("refs/heads/main", "c1");
        }
        assertThat(JournalCheck.problem(file)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("olderVersions")
    void whatItWasBeforeLiesBesideItWhole(int version) throws Exception {
        Path file = old(version);
        Journal.open(file).close();
        Path before = folder.resolve("journal.db.before-" + (version + 1));
        assertThat(before).exists();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(before)))
                .isEqualTo("rw-------");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + before);
                var row = connection.createStatement().executeQuery("PRAGMA user_version")) {
            assertThat(row.getInt(1)).isEqualTo(version);
        }
        assertThat(new Backups(file).newestFirst()).containsExactly(before);
    }

    @Test
    void aJournalOfThisVersionIsNotCopied() throws Exception {
        Path file = folder.resolve("journal.db");
        Journal.open(file).close();
        Journal.open(file).close();
        assertThat(new Backups(file).newestFirst()).isEmpty();
    }

    private Path old(int version) throws Exception {
        Path file = folder.resolve("journal.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (List<String> each : Schema.VERSIONS.subList(0, version)) {
                for (String sql : each) {
                    statement.execute(sql);
                }
            }
            statement.execute("INSERT INTO repository VALUES ('repo', '/r', '2026-01-05T09:00:00Z', 0)");
            statement.execute("INSERT INTO tip VALUES ('repo', 'refs/heads/main', 'c1')");
            statement.execute(
                    "INSERT INTO seen_commit VALUES ('repo', 'c1', 'JUDGED', '/r', 'p', 'a1', '', '2026-01-05T09:00:00Z')");
            statement.execute(
                    "INSERT INTO run (repository, id, worktree, source, format, observed_at, head, tree, known,"
                            + " commit_id, binding, history, drafted, total, passed, failed, errored, skipped, flaky, outcome,"
                            + " rule, signals, confidence, errors) VALUES ('repo', 'r1', '/r', 's', 'eagle',"
                            + " '2026-01-05T09:00:00Z', 'c1', 't', 1, 'c1', 'b', 0, 1, 1, 1, 0, 0, 0, 0, 'SUCCESS', 'r', '', 1, '')");
            statement.execute(
                    "INSERT INTO act VALUES ('repo', 'a1', '/r', 'c1', 'c1', 'r1', 'x', 'fix', 'SUCCESS', 'r',"
                            + " '', 1, '2026-01-05T09:00:00Z', 1)");
            statement.execute(
                    "INSERT INTO learning (repository, id, act, worktree, expert, file, section, text, origin,"
                            + " score, evidence_commits, evidence_runs, evidence_tests, evidence_files, state, reason, replaces,"
                            + " at, day) VALUES ('repo', 'l1', 'a1', '/r', 'e', 'f', 'TIPS', 't', 'MESSAGE', 4, 'c1', 'r1', '',"
                            + " '', 'DONE', '', '', '2026-01-05T09:00:00Z', '2026-01-05')");
            statement.execute("PRAGMA user_version = " + version);
        }
        return file;
    }
}
