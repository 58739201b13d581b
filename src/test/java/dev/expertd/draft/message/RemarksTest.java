package dev.expertd.draft.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.ActEvidence;
import dev.expertd.model.Commit;
import dev.expertd.model.CommitEvidence;
import dev.expertd.model.FileChange;
import dev.expertd.model.FileDiff;
import dev.expertd.model.Outcome;
import dev.expertd.model.OutcomeValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a repair teaches by what stands in its diff, where its message does not say it all. */
class RemarksTest {
    private static final String BEFORE = """
            func send(r Request) error {
                return dial(r)
            }
            """;

    @Test
    void aCauseThatLeavesNoChoiceIsTold() {
        assertThat(drafted("proxy: fix retries", """
                    // copyRequest is shallow, so both requests share one `Body` and a failed
                    // dial would close it for every later attempt.
                """)).containsExactly("""
                `copyRequest` is shallow, so both requests share one `Body` and a failed dial would close it for every \
                later attempt""");
    }

    @Test
    void aProhibitionWithItsReasonIsToldAsOne() {
        assertThat(drafted("proxy: fix retries", """
                    // Don't retry a request whose body was read, because the upstream would see half of it.
                """))
                .containsExactly(
                        "Don't retry a request whose body was read in `proxy.go`: the upstream would see half of it");
    }

    @Test
    void whatWouldHappenOtherwiseIsToldWithWhatIsDone() {
        assertThat(drafted("proxy: fix retries", """
                    // Wrap `Body` before dialling. Otherwise a failed dial closes it and the retry sends nothing.
                """))
                .containsExactly("A failed dial closes it and the retry sends nothing: wrap `Body` before dialling");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    // Send the request and return the error.\n",
                "    // TODO: this must go, because `dial` cannot be cancelled.\n",
                "    // Currently dial cannot be cancelled, because it has no context.\n",
                "    // I am not sure, but dial must not be called twice because it would leak.\n",
                "    // see https://example.org for why dial cannot be called twice because it leaks\n",
                "    // return dial(r) // must not fail because of this;\n"
            })
    void aCommentThatGivesNoReasonToKeepTeachesNothing(String comment) {
        assertThat(drafted("proxy: fix retries", comment)).isEmpty();
    }

    @Test
    void whatDescribesANewFunctionIsNoReason() {
        assertThat(drafted("proxy: fix retries", BEFORE + """

                // wrap keeps `Body` open, because a failed dial would close it for every later attempt.
                func wrap(b Body) Body {
                    return open(b)
                }
                """, BEFORE)).isEmpty();
    }

    @Test
    void aCommentThatWasOnlyMovedOrRewordedIsNotOfThisCommit() {
        String reason = "    // `copyRequest` is shallow, so a failed dial would close the body for all others.\n";
        String before = "func a() {\n" + reason + "    one()\n    two()\n}\n";
        assertThat(drafted("proxy: fix order", "func a() {\n    one()\n" + reason + "    two()\n}\n", before))
                .isEmpty();
        String longer =
                before.replace("    one()", "    // Never call it twice, because it would leak `conn`.\n    one()");
        assertThat(drafted("proxy: fix order", longer, before)).isEmpty();
    }

    @Test
    void aCommitThatClaimsNoRepairIsNotReadForItsComments() {
        assertThat(drafted("feat: retries", """
                    // Don't retry a request whose body was read, because the upstream would see half of it.
                """)).isEmpty();
    }

    @Test
    void whereTheMessageNamesASettingAndNoRemedyItIsWhatWasSet() {
        FileChange file = new FileChange(FileChange.Kind.MODIFIED, "conf/pool.yml", "conf/pool.yml");
        String message = "fix: pool\n\nUnder load every query failed because `read_timeout` was too short.";

        assertThat(drafted(message, file, "read_timeout: 5\n", "read_timeout: 30\n"))
                .containsExactly("Under load every query failed because `read_timeout` was too short: "
                        + "set `read_timeout` to `30`, not `5`, in `pool.yml`");
    }

    private static List<String> drafted(String subject, String comment) {
        return drafted(subject, BEFORE.replace("    return dial(r)", comment + "    return dial(wrap(r))"), BEFORE);
    }

    private static List<String> drafted(String subject, String after, String before) {
        FileChange file = new FileChange(FileChange.Kind.MODIFIED, "net/proxy.go", "net/proxy.go");
        return drafted(subject, file, before, after);
    }

    private static List<String> drafted(String message, FileChange file, String before, String after) {
        Commit commit = new Commit(
                "0123456789abcdef0123456789abcdef01234567",
                List.of("p"),
                "a@example.com",
                OffsetDateTime.parse("2026-03-01T12:00:00Z"),
                Instant.EPOCH,
                message + "\n",
                List.of(file));
        ActEvidence act = new ActEvidence(
                List.of(new CommitEvidence(commit, change -> Optional.of(diff(file, before, after)))),
                List.of(),
                "",
                new Outcome(OutcomeValue.NONE, "no run", Set.of(), 1),
                LocalDate.EPOCH);
        return new MessageDrafter()
                .draft(act).drafts().stream()
                        .map(draft -> draft.statement() + (draft.detail().isEmpty() ? "" : ": " + draft.detail()))
                        .toList();
    }

    /** One edit from the first line that differs to the last. */
    private static FileDiff diff(FileChange file, String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int from = 0;
        while (from < Math.min(old.size(), now.size()) && old.get(from).equals(now.get(from))) {
            from++;
        }
        int tail = 0;
        while (tail < Math.min(old.size(), now.size()) - from
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        return new FileDiff(
                file, before, after, List.of(new FileDiff.Edit(from, old.size() - tail, from, now.size() - tail)));
    }
}
