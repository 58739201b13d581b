package dev.expertd.draft.message;

import dev.expertd.draft.Drafter;
import dev.expertd.model.ActEvidence;
import dev.expertd.model.Commit;
import dev.expertd.model.CommitEvidence;
import dev.expertd.model.Draft;
import dev.expertd.model.Drafting;
import dev.expertd.model.Origin;
import dev.expertd.model.Section;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drafts from a revert that says why: what was taken back is to be avoided for that reason. */
public final class RevertDrafter implements Drafter {
    private static final Pattern REVERT = Pattern.compile("^(?i:revert) \"(.{3,200})\"$");
    private static final Pattern BOILERPLATE = Pattern.compile("(?i)^this reverts commit [0-9a-f]{7,64}[.,]?\\s*");
    private static final double SCORE = 5;

    @Override
    public Drafting draft(ActEvidence act) {
        for (CommitEvidence evidence : act.commits()) {
            Message message = Message.of(evidence.commit().message());
            Matcher matcher = REVERT.matcher(message.subject());
            if (matcher.matches()) {
                return draft(evidence.commit(), message, matcher.group(1));
            }
        }
        return Drafting.NOTHING;
    }

    private static Drafting draft(Commit commit, Message message, String undone) {
        Optional<String> reason = message.units().stream()
                .map(unit -> BOILERPLATE.matcher(unit.text()).replaceFirst(""))
                .flatMap(text -> Sentences.of(text).stream())
                .filter(sentence -> !Cue.in(sentence).isEmpty()
                        && Wording.fails(sentence)
                        && !Wording.hedges(sentence)
                        && !Wording.talks(sentence))
                .findFirst();
        if (reason.isEmpty()) {
            return Drafting.refused(commit.subject(), "the revert does not say what went wrong");
        }
        String what = Subject.of(undone).description();
        Finding finding = Imperative.of(what)
                .map(done -> new Finding(
                        Section.PATTERNS_TO_AVOID,
                        "Don't " + done,
                        Prose.small(Prose.trimmed(reason.get().replaceFirst("(?i)^(?:it|this|that) ", "it "))),
                        SCORE))
                .orElseGet(() ->
                        new Finding(Section.PATTERNS_TO_AVOID, Prose.capital(Prose.trimmed(reason.get())), "", SCORE));
        return Wordsmith.finish(finding, commit, message.subject())
                .map(found -> MessageDrafter.draft(found, commit))
                .map(draft -> new Draft(
                        Origin.REVERT,
                        draft.section(),
                        draft.statement(),
                        draft.detail(),
                        draft.score(),
                        draft.date(),
                        draft.symbols(),
                        draft.evidence()))
                .map(draft -> new Drafting(List.of(draft), List.of()))
                .orElseGet(() -> Drafting.refused(commit.subject(), "what was reverted names no code"));
    }
}
