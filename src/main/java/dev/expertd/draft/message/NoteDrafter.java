package dev.expertd.draft.message;

import dev.expertd.draft.Drafter;
import dev.expertd.model.ActEvidence;
import dev.expertd.model.Commit;
import dev.expertd.model.Draft;
import dev.expertd.model.Drafting;
import dev.expertd.model.Origin;
import dev.expertd.model.OutcomeValue;
import dev.expertd.model.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Drafts from what a person says of an act: one or two sentences are enough, if they give a reason and name code. */
public final class NoteDrafter implements Drafter {
    private static final double SCORE = 6;
    private static final Pattern FORBIDS = Pattern.compile("(?i)^(?:don't|do not|never|avoid)\\b");

    @Override
    public Drafting draft(ActEvidence act) {
        if (act.commits().isEmpty()) {
            return Drafting.NOTHING;
        }
        Commit commit = act.commits().get(0).commit();
        String note = commit.message().replaceAll("\\s+", " ").strip();
        List<String> sentences = Sentences.of(note);
        boolean succeeded = act.outcome().value() == OutcomeValue.SUCCESS;
        List<String> missing = missing(note, succeeded);
        if (!missing.isEmpty()) {
            return Drafting.refused(note, "the note lacks " + String.join(" and ", missing));
        }
        Finding finding = finding(note, sentences, succeeded);
        return Wordsmith.finish(finding, commit, "")
                .map(found -> draft(found, act, commit))
                .map(draft -> new Drafting(List.of(draft), List.of()))
                .orElseGet(() -> Drafting.refused(
                        note,
                        "the note does not fit into one line of 60 to 300 characters; say it in one or two sentences"));
    }

    private static List<String> missing(String note, boolean succeeded) {
        List<String> missing = new ArrayList<>();
        if (!CodeSpans.namesCode(note)) {
            missing.add("a symbol, path or error (put it in backticks)");
        }
        boolean reason = !Cue.in(note).isEmpty()
                || note.contains(": ")
                || Sentences.of(note).size() > 1;
        if (!reason) {
            missing.add("a cause (\"because ...\", \"X: Y\")");
        }
        if (!succeeded && !Wording.fails(note) && !reason) {
            missing.add("a consequence");
        }
        return missing;
    }

    private static Finding finding(String note, List<String> sentences, boolean succeeded) {
        Optional<Finding> labelled =
                new ItemReader(Subject.of("fix: x")).read(note).filter(found -> note.contains("Fix:"));
        if (labelled.isPresent()) {
            return new Finding(
                    labelled.get().section(),
                    labelled.get().statement(),
                    labelled.get().detail(),
                    SCORE);
        }
        Section section = FORBIDS.matcher(note).find()
                ? Section.PATTERNS_TO_AVOID
                : succeeded ? Section.PATTERNS_THAT_WORK : Section.COMMON_ISSUES;
        int colon = note.indexOf(": ");
        if (colon > 10 && section != Section.PATTERNS_THAT_WORK) {
            return new Finding(section, note.substring(0, colon), note.substring(colon + 2), SCORE);
        }
        String rest = sentences.size() > 1 ? String.join(" ", sentences.subList(1, sentences.size())) : "";
        return new Finding(section, Prose.capital(sentences.get(0)), Prose.small(Prose.trimmed(rest)), SCORE);
    }

    private static Draft draft(Finding finding, ActEvidence act, Commit commit) {
        Draft draft = MessageDrafter.draft(finding, commit);
        return new Draft(
                Origin.NOTE,
                draft.section(),
                draft.statement(),
                draft.detail(),
                draft.score(),
                act.day(),
                draft.symbols(),
                draft.evidence());
    }
}
