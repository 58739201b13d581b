package dev.expertd.draft.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.expertd.model.ActEvidence;
import dev.expertd.model.Commit;
import dev.expertd.model.CommitEvidence;
import dev.expertd.model.FileChange;
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

/** What is drafted from the prose of a commit message, word for word. */
class MessageDrafterTest {
    @Test
    void aNounThatLooksLikeAVerbIsNotTakenForWhatWasDone() {
        assertThat(line("fix: joinPath", """
                Uploads failed with ENOENT because `joinPath` dropped the drive letter. Keep the drive letter in \
                `joinPath`.""")).isEqualTo("""
                Uploads failed with ENOENT because `joinPath` dropped the drive letter: \
                keep the drive letter in `joinPath`""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sync failed with EPIPE because `push` wrote after close",
                "Health checks hung because `ping` held the lock",
                "Loads crashed with KeyError because `read` had no key",
                "Deploy jobs timed out because `wait` was never woken"
            })
    void theFailureOfAThingIsNoInstruction(String failure) {
        assertThat(Imperative.of(failure)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Skip failed uploads in `push`",
                "Return early from `push`",
                "Retry if the upload failed with 500",
                "Load plugins before `start` returned to the caller",
                "Reject broken pipes in `push`"
            })
    void anInstructionThatNamesAFailureStaysOne(String instruction) {
        assertThat(Imperative.of(instruction)).isPresent();
    }

    @Test
    void eachCommitOfASquashedOneIsReadByItself() {
        assertThat(lines("proxy: fix two leaks (#12)", """
                * proxy: close idle tunnels

                `Tunnel.close` returned without releasing the slot, so the pool never handed it out again. Release \
                the slot in `Tunnel.close`.

                * proxy: cover idle tunnels in a test

                * dialer: stop retrying after `shutdown`

                `Dialer.retry` kept its timer, so every reload leaked a goroutine. Stop the timer in `Dialer.shutdown`."""))
                .containsExactlyInAnyOrder(
                        "`Tunnel.close` returned without releasing the slot, so the pool never handed it out again:"
                                + " release the slot in `Tunnel.close`",
                        "`Dialer.retry` kept its timer, so every reload leaked a goroutine:"
                                + " stop the timer in `Dialer.shutdown`");
    }

    @Test
    void theChapterOfTheProblemTellsTheCauseAndThatOfTheTestsNothing() {
        assertThat(lines("fix(store): empty pages (#7)", """
                ## Which problem is this solving?

                `Pager.next` compared offsets before they were parsed, so the last page came back empty.

                ## Description of the changes

                - `Pager.next` rejects a negative offset, which fails the request.

                ## How was this tested?

                - `TestPagerNext` fails without the change because the page is empty."""))
                .containsExactly(
                        "`Pager.next` compared offsets before they were parsed, so the last page came back empty");
    }

    @Test
    void whatWasDoneBeforeAndWentWrongStandsBeforeWhatToDo() {
        assertThat(line("config: fix wrong message for a key given twice", """
                Parse each block by itself using `blockReader(part)` instead of `readAll(file)`, which merged all blocks \
                of one name into one."""))
                .isEqualTo("`readAll(file)` merged all blocks of one name into one:"
                        + " parse each block by itself using `blockReader(part)`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- Delete `LegacyHandler` because it is no longer used after the switch",
                "- `TestShutdown` fails because the port was taken",
                "- Add `TestFixtures`, which fails if a fixture is never loaded",
                "- The comment does not name this case, but it was accepted before",
                "- Keep `num` as an alias \u2014 existing callers are not broken",
                "Mislabeling the answer as a result"
            })
    void tidyingUpAndTalkOfTestsTeachNothing(String body) {
        assertThat(lines("fix: `Server.stop`", body)).isEmpty();
    }

    @Test
    void aReasonMayBeginWithCode() {
        assertThat(line("fix: login loop", """
                Users failed to log in since `redirect_uri` lost its query string. Keep the query string in \
                `redirect_uri`.""")).isEqualTo("""
                Users failed to log in since `redirect_uri` lost its query string: \
                keep the query string in `redirect_uri`""");
        assertThat(Cue.in("rewrites run at build time, so `FASTAPI_URL` keeps its default"))
                .contains(Cue.SO);
    }

    private static String line(String subject, String body) {
        List<String> lines = lines(subject, body);
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private static List<String> lines(String subject, String body) {
        Commit commit = new Commit(
                "0123456789abcdef0123456789abcdef01234567",
                List.of("p"),
                "a@example.com",
                OffsetDateTime.parse("2026-03-01T12:00:00Z"),
                Instant.EPOCH,
                subject + "\n\n" + body + "\n",
                List.of(new FileChange(FileChange.Kind.MODIFIED, "app/paths.py", "app/paths.py")));
        return new MessageDrafter()
                        .draft(new ActEvidence(
                                List.of(new CommitEvidence(commit, change -> Optional.empty())),
                                List.of(),
                                "",
                                new Outcome(OutcomeValue.NONE, "no run", Set.of(), 1),
                                LocalDate.EPOCH))
                        .drafts()
                        .stream()
                        .map(draft -> draft.statement() + (draft.detail().isEmpty() ? "" : ": " + draft.detail()))
                        .toList();
    }
}
