package dev.expertd.draft.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.ActEvidence;
import dev.expertd.model.Commit;
import dev.expertd.model.CommitEvidence;
import dev.expertd.model.Draft;
import dev.expertd.model.Drafting;
import dev.expertd.model.FileChange;
import dev.expertd.model.Outcome;
import dev.expertd.model.OutcomeValue;
import dev.expertd.model.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that look like a lesson and are none, or hide one: what a hostile or careless author would write. */
class MisleadingMessagesTest {
    private static final String CAUSE = "`load_session` raised KeyError because DynamoDB omits `Item`";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`load_session` does not crash, because DynamoDB never omits `Item`. Use `row.get` anyway.",
                "`load_session` was not the reason why tests failed. Because of that use `row.get`.",
                "If `table` were ever unset, `load_session` would crash because `row` is None. Use `row.get`.",
                "`load_session` might crash because `row` could be None some day. Use `row.get`.",
                "Deploy fails because Bob is on holiday. Use `row.get`.",
                "Deploy of `load_session` fails because the cluster is down until Monday. Use `row.get`.",
                "Todo: `load_session` fails because `row` is None.",
                "ABC-123: fails because of ABC-122. Fix in `load_session`.",
                "<!-- `load_session` failed because `row` was None; use `row.get` -->"
            })
    void whatDidNotFailOrWillPassOrIsHiddenTeachesNothing(String body) {
        assertThat(lines("fix(store): harden", body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Returning None from `load_session` crashed every caller with AttributeError because nobody checks it.",
                "Calling `save_session` twice raised X because the version is not bumped.",
                "Passing None as `session` to `create_document` crashed with a TypeError because it is read at once."
            })
    void whatWasDoneWrongIsNeverToldAsWhatToDo(String failure) {
        assertThat(Imperative.of(failure)).isEmpty();
        assertThat(lines("fix(store): sessions", failure))
                .allSatisfy(line -> assertThat(line).doesNotContainPattern("(?i)(?:^|: )(?:return|call|pass) "));
    }

    @Test
    void aRemedyOfAnotherParagraphMustSpeakOfTheSame() {
        assertThat(lines("fix(store): two things", CAUSE + ".\n\nUse `Decimal` in `create_document` for prices."))
                .containsExactly("`load_session` raised `KeyError` because DynamoDB omits `Item`");
    }

    @Test
    void aRemedyBehindASemicolonIsOneWithOrWithoutTheFooterOfATool() {
        String told = "`load_session` raised `KeyError` because DynamoDB omits `Item`: use `row.get`";

        assertThat(lines("fix(store): crash", CAUSE + "; use `row.get`.")).containsExactly(told);
        assertThat(lines(
                        "fix(store): crash",
                        CAUSE + "; use `row.get`.\n\n\ud83e\udd16 Generated with [Some Tool](https://example.com)\n"))
                .containsExactly(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                Problem: load_session raised KeyError
                Cause: DynamoDB omits `Item` for unknown ids
                Fix: use `row.get`
                """, """
                ## Problem
                load_session raised KeyError.

                ## Root cause
                DynamoDB omits `Item` for unknown ids.

                ## Solution
                Use `row.get`.

                ## Test plan
                - [x] unit tests
                """, """
                **Problem:** load_session raised KeyError

                **Root cause:** DynamoDB omits `Item` for unknown ids

                **Fix:** use `row.get`
                """})
    void labelledPartsMakeOneLine(String body) {
        assertThat(lines("fix(store): crash", body))
                .containsExactly(
                        "`load_session` raised `KeyError`: DynamoDB omits `Item` for unknown ids: use `row.get`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* fix(store): " + CAUSE + "; use `row.get`\n* docs: say so\n",
                "Squashed commit of the following:\n\ncommit 0123456789abcdef0123456789abcdef01234567\n"
                        + "Author: A <a@example.com>\nDate:   Mon Mar 2 10:00:00 2026 +0000\n\n    fix(store): crash\n\n"
                        + "    " + CAUSE + ".\n    Use `row.get` for `Item`.\n"
            })
    void repairsInsideASquashAreRead(String body) {
        assertThat(lines("feat: sessions (#42)", body))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("`load_session` raised `KeyError` because DynamoDB omits `Item`: use `row.get`"));
    }

    @Test
    void aFourthCauseIsRefusedWithItsReason() {
        Drafting drafting = drafting("fix: four", """
                1. `a_pool` leaked because `close` was never called. Fix: call `close` in `a_stop`
                2. `b_cache` crashed because `clear` raced with `fill`. Fix: take `b_lock` first
                3. `c_queue` hung because `poll` had no timeout. Fix: pass `timeout` to `poll`
                4. `d_index` broke because `merge` dropped rows. Fix: sort rows before `merge`
                """);

        assertThat(drafting.drafts()).hasSize(3);
        assertThat(drafting.refusals())
                .extracting(Refusal::reason)
                .containsExactly("one commit gives three lines at most, and others are surer");
    }

    @Test
    void aRevertOfABugFixNeverForbidsTheNameOfTheBug() {
        List<String> lines = new RevertDrafter()
                        .draft(act(
                                "Revert \"fix: KeyError in load_session\"\n\n`load_session` returned stale rows because "
                                        + "`row.get` hides the missing key from the cache.\n"))
                        .drafts()
                        .stream()
                        .map(Draft::statement)
                        .toList();

        assertThat(lines)
                .containsExactly(
                        "`load_session` returned stale rows because `row.get` hides the missing key from the cache");
    }

    private static List<String> lines(String subject, String body) {
        return drafting(subject, body).drafts().stream()
                .map(draft -> draft.statement() + (draft.detail().isEmpty() ? "" : ": " + draft.detail()))
                .toList();
    }

    private static Drafting drafting(String subject, String body) {
        return new MessageDrafter().draft(act(subject + "\n\n" + body + "\n"));
    }

    private static ActEvidence act(String message) {
        Commit commit = new Commit(
                "0123456789abcdef0123456789abcdef01234567",
                List.of("p"),
                "a@example.com",
                OffsetDateTime.parse("2026-03-01T12:00:00Z"),
                Instant.EPOCH,
                message,
                List.of(new FileChange(FileChange.Kind.MODIFIED, "server/store.py", "server/store.py")));
        return new ActEvidence(
                List.of(new CommitEvidence(commit, change -> Optional.empty())),
                List.of(),
                "",
                new Outcome(OutcomeValue.NONE, "no run", Set.of(), 1),
                LocalDate.EPOCH);
    }
}
